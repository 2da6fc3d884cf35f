import type { TaskId, WorkflowId } from '@/server/model/ids'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'
import type { OpenWebhook } from './find-webhook'
import type { HookEvent } from './hook-event'
import { keyOfEvent } from './match-key'

/** The few shapes that tasks of these workflows look at, by steps through the index. */
const SHAPES = `
  with recursive names as (select unnest($2::text[]) as name),
  shapes as (
    select name, (select min(shape) from webhook_waits where namespace_id = $1 and workflow_name = name) as shape
    from names
    union all
    select s.name, (select min(shape) from webhook_waits
      where namespace_id = $1 and workflow_name = s.name and shape > s.shape)
    from shapes s where s.shape is not null
  )
  select name, shape from shapes where shape is not null`

const WAITING = `
  select w.task_id as "taskId", w.execution_id as "workflowId"
  from unnest($2::text[], $3::text[], $4::text[], $5::int[]) as m(name, shape, key, version)
  join webhook_waits w on w.namespace_id = $1 and w.workflow_name = m.name and w.shape = m.shape and w.key = m.key
  join tasks t on t.id = w.task_id and t.status = 'IN_PROGRESS'
  where m.version = 0 or w.workflow_version = m.version`

interface Waiting {
  readonly taskId: TaskId
  readonly workflowId: WorkflowId
}

/** Ends the tasks that wait for such an event, with the event as their output. Answers their executions. */
export async function tellWaiting(app: App, webhook: OpenWebhook, { payload }: HookEvent): Promise<WorkflowId[]> {
  const { namespaceId, body } = webhook
  const tenant = tenantOf(app.db, namespaceId)
  const receivers = new Map(Object.entries(body.receiverWorkflowNamesToVersions))
  if (receivers.size === 0) return []
  const shapes = await tenant.rows<{ name: string; shape: string }>(SHAPES, [[...receivers.keys()]])
  const wanted = shapes.flatMap(({ name, shape }) => {
    const key = keyOfEvent(shape, payload)
    return key === null ? [] : [{ name, shape, key, version: receivers.get(name) || 0 }]
  })
  const waiting = await tenant.rows<Waiting>(WAITING, [
    wanted.map(({ name }) => name),
    wanted.map(({ shape }) => shape),
    wanted.map(({ key }) => key),
    wanted.map(({ version }) => version),
  ])
  for (const { taskId, workflowId } of waiting) {
    const event = { ...COMPLETED, taskId, output: payload, workerId: `webhook:${webhook.id}` } as const
    await app.store.submit({ namespaceId, workflowId, event })
  }
  await tenant.rows('delete from webhook_waits where namespace_id = $1 and task_id = any($2)', [
    waiting.map(({ taskId }) => taskId),
  ])
  return waiting.map(({ workflowId }) => workflowId)
}

const COMPLETED = {
  type: 'task-result',
  status: 'COMPLETED',
  mergeOutput: false,
  reasonForIncompletion: null,
  callbackAfterSeconds: 0,
  extendLease: false,
} as const
