import { asWorkflowId, type WorkflowId } from '@/server/model/ids'
import type { Json } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { type ActionCall, missing, resolved, textOf } from './action-call'
import type { Errand } from './errand'

export function terminateOf(app: App, call: ActionCall): Errand {
  const asked = call.action.terminate_workflow
  if (!asked) throw missing(call, 'terminate_workflow')
  const { workflowId = null, terminationReason = null } = asked
  const texts = resolved(app, call, { workflowId, terminationReason })
  const id = requireId(call, texts.workflowId)
  const reason = textOf(texts.terminationReason)
  const event = { type: 'terminate', reason, triggerFailureWorkflow: false } as const
  return { told: { workflowId: id, event }, output: { workflowId: id, terminationReason: reason } }
}

export function updateVariablesOf(app: App, call: ActionCall): Errand {
  const asked = call.action.update_workflow_variables
  if (!asked) throw missing(call, 'update_workflow_variables')
  const { workflowId = null, appendArray } = asked
  const id = requireId(call, resolved(app, call, { workflowId }).workflowId)
  const variables = resolved(app, call, asked.variables)
  const event = { type: 'set-variables', variables, appendArrays: appendArray === true } as const
  return { told: { workflowId: id, event }, output: { workflowId: id, variables } }
}

function requireId(call: ActionCall, value: Json | undefined): WorkflowId {
  const id = textOf(value)
  if (id === null) throw missing(call, 'workflowId, or the payload does not hold it')
  return asWorkflowId(id)
}
