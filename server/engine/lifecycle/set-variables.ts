import type { Refusal } from '@/server/engine/decision'
import { changeWorkflow, type Draft } from '@/server/engine/draft'
import type { SetVariablesCommand } from '@/server/engine/event'
import { jsonBytes } from '@/server/engine/operators/json-bytes'
import type { Json, JsonObject } from '@/server/model/json'
import { isTerminalWorkflow } from '@/server/model/status'

/** From outside, what SET_VARIABLE does inside: each entry becomes a variable, or is added to the list that it is. */
export function setVariables(draft: Draft, { variables: given, appendArrays }: SetVariablesCommand): Refusal | null {
  const { workflowId, status } = draft.workflow
  if (isTerminalWorkflow(status)) {
    const message = `Workflow ${workflowId} is ${status}; variables can be changed only until it ends.`
    return { code: 'CONFLICT', message }
  }
  const known = draft.workflow.variables
  const variables = { ...known, ...(appendArrays === true ? appended(known, given) : given) }
  const { variablesBytes } = draft.context.limits
  const bytes = jsonBytes(variables)
  if (bytes > variablesBytes) {
    const message = `The variables would have ${bytes} bytes; at most ${variablesBytes} are allowed (variablesBytes).`
    return { code: 'PAYLOAD_TOO_LARGE', message }
  }
  changeWorkflow(draft, { variables })
  return null
}

/** What is added to a list becomes part of it, whether it comes as a list or alone. */
function appended(known: JsonObject, given: JsonObject): JsonObject {
  const entries = Object.entries(given).map(([name, value]): [string, Json] => {
    const list: Json = Object.hasOwn(known, name) ? (known[name] ?? null) : null
    return [
      name,
      Array.isArray(list) ? [...(list as readonly Json[]), ...(Array.isArray(value) ? value : [value])] : value,
    ]
  })
  return Object.fromEntries(entries)
}
