'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { useTRPC } from '@/components/api/trpc'
import { shortId } from '@/components/execution/short-id'
import { formatAgo } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'

const PAGE = { offset: 0, size: 5, sort: 'created', descending: true } as const

/** The last few runs; nothing at all before the first. */
export function RecentExecutions() {
  const trpc = useTRPC()
  const { data, dataUpdatedAt } = useQuery({
    ...trpc.executions.list.queryOptions({ filter: {}, page: PAGE }),
    refetchInterval: 5_000,
  })
  if (!data || data.rows.length === 0) return null
  return (
    <section aria-labelledby="recent-title" className="grid gap-3">
      <header className="flex items-baseline gap-2">
        <h2 id="recent-title" className="text-md font-semibold">
          Recent executions
        </h2>
        <Link href="/executions" className="ml-auto inline-flex items-center gap-1.5 text-text-2 hover:text-text">
          All executions
          <ArrowRight className="size-4" strokeWidth={1.5} aria-hidden />
        </Link>
      </header>
      <ul className="divide-y overflow-hidden rounded-xl border bg-surface">
        {data.rows.map((run) => (
          <li key={run.workflowId}>
            <Link
              href={`/executions/${run.workflowId}`}
              className="flex h-9 items-center gap-3 px-4 hover:bg-surface-2 focus-visible:outline-offset-[-2px]"
            >
              <span className="w-28 shrink-0">
                <StatusChip status={run.status} />
              </span>
              <span className="min-w-0 truncate font-medium">{run.workflowName}</span>
              <code className="font-mono text-sm text-text-3 max-sm:hidden">{shortId(run.workflowId)}</code>
              <span className="ml-auto shrink-0 text-text-2 tabular">{formatAgo(run.createTime, dataUpdatedAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
