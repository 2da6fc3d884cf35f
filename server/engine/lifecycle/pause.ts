import type { Refusal } from '@/server/engine/decision'
import { type Draft, setStatus } from '@/server/engine/draft'
import { isTerminalWorkflow } from '@/server/model/status'

/** Nothing new is scheduled; what runs may go on and report. Pausing twice is pausing once. */
export function pause(draft: Draft): Refusal | null {
  const { workflow } = draft
  if (isTerminalWorkflow(workflow.status)) {
    const name = `${workflow.workflowName}.${workflow.workflowVersion}/${workflow.workflowId}`
    return { code: 'CONFLICT', message: `Workflow ${name} has ended, status cannot be updated.` }
  }
  setStatus(draft, 'PAUSED')
  return null
}
