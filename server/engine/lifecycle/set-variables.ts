import type { Refusal } from '@/server/engine/decision'
import { changeWorkflow, type Draft } from '@/server/engine/draft'
import { jsonBytes } from '@/server/engine/operators/json-bytes'
import type { JsonObject } from '@/server/model/json'
import { isTerminalWorkflow } from '@/server/model/status'

/** From outside, what SET_VARIABLE does inside: each entry becomes a variable. */
export function setVariables(draft: Draft, given: JsonObject): Refusal | null {
  const { workflowId, status } = draft.workflow
  if (isTerminalWorkflow(status)) {
    const message = `Workflow ${workflowId} is ${status}; variables can be changed only until it ends.`
    return { code: 'CONFLICT', message }
  }
  const variables = { ...draft.workflow.variables, ...given }
  const { variablesBytes } = draft.context.limits
  const bytes = jsonBytes(variables)
  if (bytes > variablesBytes) {
    const message = `The variables would have ${bytes} bytes; at most ${variablesBytes} are allowed (variablesBytes).`
    return { code: 'PAYLOAD_TOO_LARGE', message }
  }
  changeWorkflow(draft, { variables })
  return null
}
