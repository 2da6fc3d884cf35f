import type { Refusal } from '@/server/engine/decision'
import { describeWorkflow } from '@/server/engine/describe-workflow'
import { changeWorkflow, clearRows, type Draft, setStatus } from '@/server/engine/draft'
import type { Command } from '@/server/engine/event'
import { isTerminalWorkflow } from '@/server/model/status'
import { tellReopened } from './reopen'

/** From the beginning under the same id: rows go, variables and the names of what failed stay. */
export function restart(draft: Draft, command: Extract<Command, { type: 'restart' }>): Refusal | null {
  const { workflow } = draft
  if (!isTerminalWorkflow(workflow.status)) {
    const message = `Workflow: ${describeWorkflow(workflow)} is not in terminal state, unable to restart.`
    return { code: 'CONFLICT', message }
  }
  if (workflow.status === 'COMPLETED' && !draft.snapshot.definition.restartable) {
    return { code: 'NOT_FOUND', message: `Workflow: ${describeWorkflow(workflow)} is non-restartable` }
  }
  if (command.latest !== null) draft.snapshot = command.latest
  clearRows(draft)
  setStatus(draft, 'RUNNING')
  changeWorkflow(draft, {
    workflowVersion: draft.snapshot.definition.version,
    output: {},
    reasonForIncompletion: null,
    failedTaskId: null,
    createTime: draft.context.now,
    endTime: 0,
    lastRetriedTime: 0,
  })
  tellReopened(draft, 'restart')
  return null
}
