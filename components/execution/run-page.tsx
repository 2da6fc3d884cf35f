'use client'

import { SearchX } from 'lucide-react'
import Link from 'next/link'
import { errorText } from '@/components/api/error-text'
import { PageTop } from '@/components/shell/page-top'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { RunScreen } from './run-screen'
import { useRun } from './use-run'

export function RunPage({ workflowId }: { readonly workflowId: string }) {
  const { data, error } = useRun(workflowId)
  if (data) return <RunScreen key={workflowId} loaded={data} />
  if (error) {
    return (
      <>
        <PageTop crumbs={[{ label: 'Executions', href: '/executions' }]} title="Not found" />
        <EmptyState
          icon={SearchX}
          title="This execution cannot be shown"
          description={errorText(error)}
          action={
            <Button asChild variant="primary">
              <Link href="/executions">All executions</Link>
            </Button>
          }
        />
      </>
    )
  }
  return (
    <div className="grid gap-3 p-4">
      <Skeleton className="h-8 w-80" />
      <Skeleton className="h-96" />
    </div>
  )
}
