import { secretNamesIn } from '@/server/engine/expressions/secrets'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import type { StartWorkflowRequest } from '@/server/model/requests'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { tenantOf } from '@/server/platform/tenant'
import type { StartRequest, SubmitOutcome } from '@/server/store/item'
import { admitExecutions } from './admit-executions'
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

/** Whoever starts it, a person, a clock, a message or another workflow: the policy of its gate holds. */
export async function startAtGate(app: App, namespaceId: NamespaceId, start: StartRequest): Promise<SubmitOutcome> {
  const outcome = await app.store.start(namespaceId, start)
  return outcome.workflow?.gate ? passGate(app, namespaceId, outcome) : outcome
}

/** A definition that is only given along must be as good as one that is registered. */
export async function requireSound(app: App, actor: Actor, definition: WorkflowDef): Promise<void> {
  requireNoErrors(await findProblems(app, actor, { definition, root: 'startWorkflow.arg0.workflowDef' }))
}

/** Begins at once where there is a place; under the policy REJECT it is as if the others had never been started. */
async function passGate(app: App, namespaceId: NamespaceId, outcome: SubmitOutcome): Promise<SubmitOutcome> {
  await admitExecutions(app)
  const { workflow, workflowId } = outcome
  if (!workflow?.gate?.rejects || (await hasBegun(app, namespaceId, workflowId))) return outcome
  await app.store.remove(namespaceId, workflowId)
  throw noPlace(workflow.gate)
}

async function hasBegun(app: App, namespaceId: NamespaceId, workflowId: WorkflowId): Promise<boolean> {
  const rows = await tenantOf(app.db, namespaceId).rows(
    'select from executions where namespace_id = $1 and id = $2 and not gate_waiting',
    [workflowId],
  )
  return rows.length > 0
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
