'use client'

import { useQuery } from '@tanstack/react-query'
import { Lock, MessageSquareHeart } from 'lucide-react'
import { errorText } from '@/components/api/error-text'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { PageTop } from '@/components/shell/page-top'
import { EmptyState } from '@/components/ui/empty-state'
import { formatAgo } from '@/components/ui/format-time'

/** What people wrote, newest first: for the operator of the installation. */
export function FeedbackPage() {
  const trpc = useTRPC()
  const list = useQuery(trpc.feedback.list.queryOptions())
  const isRefused = list.error?.data?.code === 'FORBIDDEN'
  return (
    <>
      <PageTop title="Feedback" />
      <div className="mx-auto w-full max-w-[760px] px-4 pt-6 pb-16">
        {isRefused ? (
          <EmptyState icon={Lock} title="Only for the operator" description={errorText(list.error)} />
        ) : (
          <Loaded query={list} skeleton="h-40">
            {(lines) =>
              lines.length === 0 ? (
                <EmptyState
                  icon={MessageSquareHeart}
                  title="Nothing yet"
                  description="What people send from any page appears here."
                />
              ) : (
                <ul className="grid gap-3">
                  {lines.map((line) => (
                    <li key={line.id} className="grid gap-2 rounded-xl border bg-surface p-4">
                      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{line.message}</p>
                      <p className="flex flex-wrap gap-x-3 text-sm text-text-3">
                        <span>{line.from}</span>
                        <code className="font-mono">{line.page}</code>
                        <span>{formatAgo(Date.parse(line.at), list.dataUpdatedAt)}</span>
                      </p>
                    </li>
                  ))}
                </ul>
              )
            }
          </Loaded>
        )}
      </div>
    </>
  )
}
