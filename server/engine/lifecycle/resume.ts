import type { Refusal } from '@/server/engine/decision'
import { changeWorkflow, type Draft, setStatus } from '@/server/engine/draft'

/** Goes on where it was; the clock of the workflow's timeout starts again. */
export function resume(draft: Draft): Refusal | null {
  const { workflowId, status } = draft.workflow
  if (status !== 'PAUSED') {
    const message = `The workflow ${workflowId} is not PAUSED so cannot resume. Current status is ${status}`
    return { code: 'CONFLICT', message }
  }
  setStatus(draft, 'RUNNING')
  changeWorkflow(draft, { lastRetriedTime: draft.context.now })
  return null
}
