'use client'

import { useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { RunForm } from '@/components/execution/run-form'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'

/** The run dialog as a page; `?name=` and `?version=` preselect, `?from=` is a run to take the input from. */
export function RunWorkflowPage() {
  const router = useRouter()
  const [{ name, version, from }] = useQueryStates({
    name: parseAsString,
    version: parseAsInteger,
    from: parseAsString,
  })
  const trpc = useTRPC()
  const source = useQuery(trpc.executions.data.queryOptions({ workflowId: from ?? '' }, { enabled: from !== null }))
  if (!useMayEdit()) {
    return (
      <>
        <PageTop title="Run Workflow" />
        <EmptyState icon={Eye} title="Viewers only look" description="Running needs the editor role. Ask an owner." />
      </>
    )
  }
  return (
    <>
      <PageTop title="Run Workflow" />
      <div className="mx-auto max-w-2xl px-4 py-8">
        <div className="rounded-2xl border bg-surface p-5">
          {source.error ? (
            <p role="alert" className="pb-3 text-status-failed">
              {errorText(source.error)}
            </p>
          ) : null}
          {from !== null && source.isPending ? (
            <Skeleton className="h-64" />
          ) : (
            <RunForm
              key={name ?? ''}
              {...(name === null ? {} : { name })}
              {...(version === null ? {} : { version })}
              {...(source.data ? { input: source.data.input } : {})}
              onStarted={(workflowId) => router.push(`/executions/${workflowId}`)}
            />
          )}
        </div>
      </div>
    </>
  )
}
