import { Compass } from 'lucide-react'
import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export function NothingHere() {
  return (
    <EmptyState
      icon={Compass}
      title="There is nothing here"
      description="The address is wrong, or what was here is gone or belongs to another namespace."
      action={
        <Button asChild variant="primary">
          <Link href="/">Go home</Link>
        </Button>
      }
    />
  )
}
