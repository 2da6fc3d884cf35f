'use client'

import { useQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import Link from 'next/link'
import { useTRPC } from '@/components/api/trpc'
import { EmptyState } from '@/components/ui/empty-state'
import { formatInstant } from '@/components/ui/format-time'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import type { ScheduleExecution } from '@/server/model/schedule'

/** The last times that it came due, each with the execution it started or why it did not. */
export function ScheduleHistory({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const trpc = useTRPC()
  const history = useQuery({ ...trpc.schedules.history.queryOptions({ name }), refetchInterval: 5_000 })
  const rows = history.data?.results ?? []
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title={`Runs of ${name}`}>
        {history.isPending ? <Skeleton className="m-4 h-40" /> : null}
        {history.data && rows.length === 0 ? (
          <EmptyState icon={History} title="Not due yet" description="Every run will be listed here for a month." />
        ) : null}
        <ol>
          {rows.map((row) => (
            <li key={row.executionId} className="grid gap-0.5 border-b px-4 py-2.5">
              <Outcome row={row} />
              <span className="text-sm text-text-3 tabular">due {formatInstant(row.scheduledTime)}</span>
            </li>
          ))}
        </ol>
      </SheetContent>
    </Sheet>
  )
}

function Outcome({ row }: { readonly row: ScheduleExecution }) {
  if (row.workflowId !== null) {
    return (
      <Link href={`/executions/${row.workflowId}`} className="font-medium text-accent hover:underline">
        {row.workflowName}
      </Link>
    )
  }
  if (row.state === 'FAILED') return <span className="text-status-failed">{row.reason ?? 'Could not start'}</span>
  return <span className="text-text-2">Starting…</span>
}
