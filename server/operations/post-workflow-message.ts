import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { asWorkflowId, isUuid, type TaskId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowStatus } from '@/server/model/status'
import { newId } from '@/server/platform/ids'
import { tenantOf } from '@/server/platform/tenant'
import { unknownWorkflow } from '@/server/store/store'
import type { App } from './app'
import { checkOutputSize } from './check-output-size'
import { inTransaction } from './in-transaction'

/** The row is locked so that posts of one execution are counted one after the other. */
const LOCK = 'select status from executions where namespace_id = $1 and id = $2 for no key update'
const COUNT = 'select count(*)::int as waiting from workflow_messages where execution_id = $1 and task_id is null'
const INSERT = `
  insert into workflow_messages (id, namespace_id, execution_id, payload, received_time) values ($1, $2, $3, $4, $5)`

const PULLING = `
  select id as "taskId" from tasks
  where namespace_id = $1 and execution_id = $2 and type = 'PULL_WORKFLOW_MESSAGES' and status = 'IN_PROGRESS'`

/** Answers the message's id once it is durable; a task that waits for messages looks at once. */
export async function postWorkflowMessage(
  app: App,
  actor: Actor,
  { workflowId, payload }: { readonly workflowId: string; readonly payload: JsonObject },
): Promise<string> {
  requireRole(actor, 'editor')
  if (!isUuid(workflowId)) throw unknownWorkflow(workflowId)
  checkOutputSize(payload, app.limits)
  const { namespaceId } = actor
  const id = newId()
  await inTransaction(app.db, async (client) => {
    const [execution] = (await client.query<{ status: WorkflowStatus }>(LOCK, [namespaceId, workflowId])).rows
    if (!execution) throw unknownWorkflow(workflowId)
    if (execution.status !== 'RUNNING') throw notRunning(workflowId, execution.status)
    const [queue] = (await client.query<{ waiting: number }>(COUNT, [workflowId])).rows
    requireRoom(app, workflowId, queue?.waiting ?? 0)
    await client.query(INSERT, [id, namespaceId, workflowId, JSON.stringify(payload), app.clock.now()])
  })
  const pulling = await tenantOf(app.db, namespaceId).rows<{ taskId: TaskId }>(PULLING, [workflowId])
  for (const { taskId } of pulling) {
    await app.store.submit({ namespaceId, workflowId: asWorkflowId(workflowId), event: { type: 'redrive', taskId } })
  }
  return id
}

function notRunning(workflowId: string, status: WorkflowStatus): AppError {
  return new AppError('CONFLICT', `Workflow ${workflowId} is not in RUNNING state (current: ${status})`)
}

function requireRoom({ limits }: App, workflowId: string, waiting: number): void {
  if (waiting < limits.workflowMessages) return
  throw new AppError(
    'TOO_MANY_REQUESTS',
    `The message queue of workflow ${workflowId} is full: it holds ${waiting} (limit workflowMessages).`,
    { retryAfterSeconds: 1 },
  )
}
