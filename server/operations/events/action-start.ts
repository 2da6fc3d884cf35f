import { secretNamesIn } from '@/server/engine/expressions/secrets'
import { asWorkflowId } from '@/server/model/ids'
import { isJsonObject, type JsonObject } from '@/server/model/json'
import { type StartWorkflowRequest, startWorkflowRequestSchema } from '@/server/model/requests'
import type { App } from '@/server/operations/app'
import { requireDefinitionSize } from '@/server/operations/check-workflow-def'
import { requireFamilyRoom } from '@/server/operations/family-room'
import { startAtGate, toStart } from '@/server/operations/start-workflow'
import { type ActionCall, keyOf, missing, originOf, resolved, textOf } from './action-call'
import { handlerActor } from './handler-actor'

/** start_workflow. What a message leads to counts among the descendants of the run that it comes from. */
export async function startWorkflowOf(app: App, call: ActionCall): Promise<JsonObject> {
  const { namespaceId, rootWorkflowId } = call.message
  const request = requestOf(app, call)
  if (request.workflowDef) requireDefinitionSize(app, request.workflowDef)
  if (rootWorkflowId !== null) await requireFamilyRoom(app, namespaceId, rootWorkflowId)
  app.startRate.spend(namespaceId)
  const { workflowId } = await startAtGate(app, namespaceId, {
    ...toStart(handlerActor(call), request),
    // What a message carries cannot name a secret: only what an editor wrote into the handler can.
    secretNames: secretNamesIn(call.action.start_workflow?.input ?? {}),
    event: call.handler.event,
    workflowId: asWorkflowId(keyOf(call)),
    rootWorkflowId,
  })
  return { workflowId }
}

function requestOf(app: App, call: ActionCall): StartWorkflowRequest {
  const asked = call.action.start_workflow
  if (!asked) throw missing(call, 'start_workflow')
  const { name = null, correlationId = null, idempotencyKey = null, input } = asked
  const texts = resolved(app, call, { name, correlationId, idempotencyKey, taskToDomain: '${taskToDomain}' })
  if (textOf(texts.name) === null && !asked.workflowDef) throw missing(call, 'name of a workflow')
  return {
    ...startWorkflowRequestSchema.parse({ name: textOf(texts.name) ?? '', priority: asked.priority ?? null }),
    version: asked.version,
    workflowDef: asked.workflowDef,
    correlationId: textOf(texts.correlationId),
    idempotencyKey: textOf(texts.idempotencyKey),
    idempotencyStrategy: asked.idempotencyStrategy,
    input: { ...resolved(app, call, input), ...originOf(call) },
    taskToDomain: asked.taskToDomain ?? domainsIn(texts.taskToDomain),
  }
}

function domainsIn(given: unknown): Record<string, string> {
  if (!isJsonObject(given)) return {}
  return Object.fromEntries(Object.entries(given).map(([task, domain]) => [task, String(domain)]))
}
