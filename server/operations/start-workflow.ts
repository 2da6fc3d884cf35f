import { secretNamesIn } from '@/server/engine/expressions/secrets'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import type { StartWorkflowRequest } from '@/server/model/requests'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { StartRequest, SubmitOutcome } from '@/server/store/item'
import { passGate } from './admit-executions'
import type { App } from './app'
import { findProblems } from './check-workflow-def'
import { requireNoErrors } from './definition-problems'
import { noPlace } from './require-free-place'

/** Answers with the id once the first decision is durable and the scripts that it unleashed have settled. */
export async function startWorkflow(app: App, actor: Actor, request: StartWorkflowRequest): Promise<WorkflowId> {
  const outcome = await begin(app, actor, request)
  await outcome.settled()
  return outcome.workflowId
}

export async function begin(app: App, actor: Actor, request: StartWorkflowRequest): Promise<SubmitOutcome> {
  requireRole(actor, 'editor')
  const start = toStart(actor, request)
  if (request.workflowDef) await requireSound(app, actor, request.workflowDef)
  app.startRate.spend(actor.namespaceId)
  return startAtGate(app, actor.namespaceId, start)
}

/**
 * Whoever starts it, a person, a clock, a message or another workflow: the policy of its gate holds. Under REJECT it is
 * as if one that finds no place had never been started.
 */
export async function startAtGate(app: App, namespaceId: NamespaceId, start: StartRequest): Promise<SubmitOutcome> {
  const outcome = await passGate(app, namespaceId, await app.store.start(namespaceId, start))
  const gate = outcome.workflow?.gate
  if (!gate?.waiting || !gate.rejects) return outcome
  await app.store.remove(namespaceId, outcome.workflowId)
  throw noPlace(gate)
}

/** A definition that is only given along must be as good as one that is registered. */
export async function requireSound(app: App, actor: Actor, definition: WorkflowDef): Promise<void> {
  requireNoErrors(await findProblems(app, actor, { definition, root: 'startWorkflow.arg0.workflowDef' }))
}

/** What the store needs of a request; refuses what cannot be started. */
export function toStart(actor: Actor, request: StartWorkflowRequest): StartRequest {
  const { name, priority, workflowDef, input } = request
  if (name === '' && !workflowDef)
    throw new AppError('BAD_REQUEST', 'Workflow name must be specified when searching for a definition')
  // Left out it means nothing is given; an explicit null is refused, as by Conductor.
  if (input === null) throw new AppError('BAD_REQUEST', 'NULL input passed when starting workflow')
  if (priority < 0 || priority > 99)
    throw new AppError('BAD_REQUEST', `The priority must be between 0 and 99; found ${priority}.`)
  return {
    name: workflowDef?.name ?? name,
    // As everywhere on the wire, 0 stands for the latest.
    version: request.version || null,
    definition: workflowDef ?? null,
    input: input ?? {},
    secretNames: secretNamesIn(input ?? {}),
    correlationId: request.correlationId ?? null,
    priority,
    taskToDomain: request.taskToDomain,
    createdBy: actor.name,
    event: null,
    idempotencyKey: request.idempotencyKey || null,
    idempotencyStrategy: request.idempotencyStrategy ?? 'RETURN_EXISTING',
  }
}
