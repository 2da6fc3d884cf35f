import type { Refusal } from '@/server/engine/decision'
import { changeWorkflow, type Draft, setStatus } from '@/server/engine/draft'
import { closeWorkflow, startFailureWorkflow, workflowOutput } from '@/server/engine/end-workflow'
import type { Command } from '@/server/engine/event'
import { allTasks } from '@/server/engine/task-rows'
import { isTermination } from '@/server/engine/termination'
import type { JsonObject } from '@/server/model/json'
import { isTerminalWorkflow } from '@/server/model/status'

/** What the definition puts out now, as in Conductor without a word of a failure workflow; not where TERMINATE has said it. */
function outputAnew(draft: Draft): JsonObject {
  return allTasks(draft.rows).some(isTermination) ? draft.workflow.output : workflowOutput(draft)
}

/** Ends it now. One that failed already only changes its name for that, and its output may say so. */
export function terminate(draft: Draft, command: Extract<Command, { type: 'terminate' }>): Refusal | null {
  const { status } = draft.workflow
  const { reason } = command
  if (status === 'COMPLETED') return { code: 'CONFLICT', message: 'Cannot terminate a COMPLETED workflow.' }
  if (status === 'TERMINATED') return null
  if (isTerminalWorkflow(status)) {
    setStatus(draft, 'TERMINATED')
    changeWorkflow(draft, { output: outputAnew(draft), reasonForIncompletion: reason })
    return null
  }
  closeWorkflow(draft, { status: 'TERMINATED', reason, taskId: null, output: null })
  if (command.triggerFailureWorkflow) startFailureWorkflow(draft)
  return null
}
