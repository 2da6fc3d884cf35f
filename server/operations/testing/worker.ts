import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Workflow } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import type { PolledTask } from '@/server/model/polled-task'
import { startWorkflowRequestSchema, taskResultSchema } from '@/server/model/requests'
import type { WorkflowStatus } from '@/server/model/status'
import type { App } from '@/server/operations/app'
import { pollTasks } from '@/server/operations/poll-tasks'
import { startWorkflow } from '@/server/operations/start-workflow'
import { updateTask } from '@/server/operations/update-task'

/** What a client of the API does, one call each. */
export function start(app: App, actor: Actor, request: JsonObject): Promise<string> {
  return startWorkflow(app, actor, startWorkflowRequestSchema.parse({ input: {}, ...request }))
}

export async function poll(app: App, actor: Actor, taskType: string): Promise<PolledTask> {
  const [task] = await pollTasks(app, actor, { taskType, workerId: 'w', domain: null, count: 1, timeoutMs: 5_000 })
  if (!task) throw new Error(`Nothing to do for ${taskType}`)
  return task
}

export function answer(app: App, actor: Actor, { task }: PolledTask, result: JsonObject = {}): Promise<string> {
  const { taskId, workflowInstanceId } = task
  return updateTask(app, actor, taskResultSchema.parse({ taskId, workflowInstanceId, status: 'COMPLETED', ...result }))
}

export async function work(app: App, actor: Actor, taskType: string, result: JsonObject = {}): Promise<PolledTask> {
  const polled = await poll(app, actor, taskType)
  await answer(app, actor, polled, result)
  return polled
}

export interface Seen {
  readonly status: WorkflowStatus
  readonly output: JsonObject
  readonly reason: string | null
  /** `ref#retry:STATUS`, by seq. */
  readonly tasks: readonly string[]
}

export async function look(app: App, actor: Actor, workflowId: string): Promise<Seen> {
  const { rows } = await app.db.pool.query(
    `select e.status, e.reason, coalesce(o.data, '{}') as output,
       (select coalesce(json_agg(t.ref || '#' || t.retry_count || ':' || t.status order by t.seq), '[]')
        from tasks t where t.execution_id = e.id) as tasks
     from executions e left join execution_outputs o on o.id = e.id where e.id = $1 and e.namespace_id = $2`,
    [workflowId, actor.namespaceId],
  )
  if (!rows[0]) throw new AppError('NOT_FOUND', workflowId)
  return rows[0]
}

/** Looks again with every change until the execution has this status. */
export async function reaches(app: App, actor: Actor, workflowId: string, status: Workflow['status']): Promise<Seen> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const news = new Promise<void>((resolve) => {
      const stop = app.live.subscribe(workflowId, done)
      const timer = setTimeout(done, 500)
      function done(): void {
        clearTimeout(timer)
        stop()
        resolve()
      }
    })
    const seen = await look(app, actor, workflowId)
    if (seen.status === status) return seen
    if (Date.now() > deadline)
      throw new Error(`${workflowId} is ${seen.status}, not ${status}: ${JSON.stringify(seen)}`)
    await news
  }
}
