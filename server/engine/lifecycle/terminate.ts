import type { Refusal } from '@/server/engine/decision'
import { changeWorkflow, type Draft, setStatus } from '@/server/engine/draft'
import { closeWorkflow, startFailureWorkflow } from '@/server/engine/end-workflow'
import type { Command } from '@/server/engine/event'
import { isTerminalWorkflow } from '@/server/model/status'

/** Ends it now. A workflow that failed already only changes its name for that. */
export function terminate(draft: Draft, command: Extract<Command, { type: 'terminate' }>): Refusal | null {
  const { status } = draft.workflow
  const { reason } = command
  if (status === 'COMPLETED') return { code: 'CONFLICT', message: 'Cannot terminate a COMPLETED workflow.' }
  if (status === 'TERMINATED') return null
  if (isTerminalWorkflow(status)) {
    setStatus(draft, 'TERMINATED')
    changeWorkflow(draft, { reasonForIncompletion: reason })
    return null
  }
  closeWorkflow(draft, { status: 'TERMINATED', reason, taskId: null, output: null })
  if (command.triggerFailureWorkflow) startFailureWorkflow(draft)
  return null
}
