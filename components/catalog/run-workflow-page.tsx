'use client'

import { Eye } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { RunForm } from '@/components/execution/run-form'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { EmptyState } from '@/components/ui/empty-state'

/** The run dialog as a page; `?name=` and `?version=` preselect. */
export function RunWorkflowPage() {
  const router = useRouter()
  const [{ name, version }] = useQueryStates({ name: parseAsString, version: parseAsInteger })
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
          <RunForm
            key={name ?? ''}
            {...(name === null ? {} : { name })}
            {...(version === null ? {} : { version })}
            onStarted={(workflowId) => router.push(`/executions/${workflowId}`)}
          />
        </div>
      </div>
    </>
  )
}
