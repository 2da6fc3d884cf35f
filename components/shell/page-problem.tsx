'use client'

import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { errorText } from '@/components/api/error-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

export interface PageProblemProps {
  readonly error: Error
  readonly onRetry: () => void
}

/** In place of a page that broke; the frame round it still works. */
export function PageProblem({ error, onRetry }: PageProblemProps) {
  return (
    <EmptyState
      icon={CircleAlert}
      title="This page broke"
      description={errorText(error)}
      action={
        <span className="flex gap-2">
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
          <Button asChild>
            <Link href="/">Go home</Link>
          </Button>
        </span>
      }
    />
  )
}
