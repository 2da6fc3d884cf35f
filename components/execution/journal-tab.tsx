'use client'

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { formatDuration } from '@/components/ui/format-duration'
import { Skeleton } from '@/components/ui/skeleton'
import { STATUS_LOOK } from '@/components/ui/status'
import type { JournalEntry } from '@/server/model/journal'
import type { RunHeader } from '@/server/model/run-view'
import { journalText } from './journal-text'

const PAGE = 200

/** Every transition as it was committed, the newest first. */
export function JournalTab({ header }: { readonly header: RunHeader }) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const { workflowId, revision } = header
  const query = useInfiniteQuery(
    trpc.executions.journal.infiniteQueryOptions(
      { workflowId },
      { getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.revision) },
    ),
  )
  const isLoaded = query.data !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision is a new entry, also while the first ones load
  useEffect(() => {
    if (isLoaded) void client.invalidateQueries({ queryKey: trpc.executions.journal.infiniteQueryKey({ workflowId }) })
  }, [client, revision, workflowId, isLoaded])
  if (!query.data) return <Skeleton className="m-4 h-40" />
  return (
    <div className="bg-surface">
      <ol aria-label="Journal" className="divide-y">
        {query.data.pages.flat().map((entry) => (
          <Entry key={entry.revision} entry={entry} start={header.createTime} />
        ))}
      </ol>
      {query.hasNextPage ? (
        <div className="p-3">
          <Button onClick={() => void query.fetchNextPage()} disabled={query.isFetchingNextPage}>
            Earlier
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function Entry({ entry, start }: { readonly entry: JournalEntry; readonly start: number }) {
  return (
    <li className="flex min-h-9 items-start gap-4 px-4 py-2">
      <span className="tabular w-8 shrink-0 text-right text-text-3">{entry.revision}</span>
      <time className="tabular w-20 shrink-0 text-right text-text-2" dateTime={new Date(entry.at).toISOString()}>
        +{formatDuration(entry.at - start)}
      </time>
      <span className="w-36 shrink-0 font-medium max-md:w-24">{journalText(entry.kind)}</span>
      <ul className="flex min-w-0 flex-1 flex-wrap gap-x-4 gap-y-1">
        {inOrder(entry)
          .slice(0, 12)
          .map((task) => {
            const { icon: Icon, color, label } = STATUS_LOOK[task.status]
            return (
              <li key={task.taskId} className="inline-flex items-center gap-1.5 font-mono text-xs text-text-2">
                <Icon className="size-3.5" strokeWidth={1.75} style={{ color }} aria-label={label} />
                {task.referenceTaskName}
              </li>
            )
          })}
        {entry.patch.tasks.length > 12 ? (
          <li className="text-text-3">and {entry.patch.tasks.length - 12} more</li>
        ) : null}
      </ul>
    </li>
  )
}

function inOrder(entry: JournalEntry): JournalEntry['patch']['tasks'] {
  return entry.patch.tasks.toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0))
}
