'use client'

import { useRouter } from 'next/navigation'
import { parseAsInteger, parseAsString, useQueryStates } from 'nuqs'
import { RunForm } from '@/components/execution/run-form'
import { PageTop } from '@/components/shell/page-top'

/** The run dialog as a page; `?name=` and `?version=` preselect. */
export function RunWorkflowPage() {
  const router = useRouter()
  const [{ name, version }] = useQueryStates({ name: parseAsString, version: parseAsInteger })
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
