import { CopyButton } from '@/components/ui/copy-button'
import { JsonView } from '@/components/ui/json-view'
import type { RunTask } from '@/server/model/run-view'
import type { WorkflowTask } from '@/server/model/workflow-def'
import type { TaskDetails } from './task-details'

export interface InspectorJsonProps {
  readonly task: RunTask
  readonly details: TaskDetails | undefined
  readonly definition: WorkflowTask | null
}

/** The attempt as it is kept, with the step of the definition it came from. */
export function InspectorJson({ task, details, definition }: InspectorJsonProps) {
  const { note: _, performer: __, deliverAt: ___, leaseUntil: ____, ...facts } = task
  const value = { ...facts, ...details, ...(definition ? { workflowTask: definition } : {}) }
  return (
    <div className="px-3.5 py-2.5">
      <div className="flex h-7 items-center justify-end">
        <CopyButton value={JSON.stringify(value, null, 2)} label="Copy the task as JSON" />
      </div>
      <JsonView value={value} open={1} className="-ml-4" />
    </div>
  )
}
