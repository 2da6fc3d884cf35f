import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Workflow } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import type { PolledTask } from '@/server/model/polled-task'
import { startWorkflowRequestSchema, taskResultSchema } from '@/server/model/requests'
import type { App } from '@/server/operations/app'
import { pollTasks } from '@/server/operations/poll-tasks'
import { startWorkflow } from '@/server/operations/start-workflow'
import { updateTask } from '@/server/operations/update-task'

/** What a client of the API does, against one replica. */
export interface TestClient {
  start(request: JsonObject): Promise<string>
  poll(taskType: string): Promise<PolledTask>
  answer(polled: PolledTask, result?: JsonObject): Promise<string>
  /** Polls and answers. */
  work(taskType: string, result?: JsonObject): Promise<PolledTask>
  look(workflowId: string): Promise<Seen>
  /** Looks again with every change until the execution has this status. */
  reaches(workflowId: string, status: Workflow['status']): Promise<Seen>
}

export interface Seen {
  readonly status: Workflow['status']
  readonly output: JsonObject
  readonly reason: string | null
  /** `ref#retry:STATUS`, by seq. */
  readonly tasks: readonly string[]
}

const LOOK = `
  select e.status, e.reason, coalesce(o.data, '{}') as output,
    (select coalesce(json_agg(t.ref || '#' || t.retry_count || ':' || t.status order by t.seq), '[]')
     from tasks t where t.execution_id = e.id) as tasks
  from executions e left join execution_outputs o on o.id = e.id where e.id = $1 and e.namespace_id = $2`

export function clientOf(app: App, actor: Actor): TestClient {
  const client: TestClient = {
    start: (request) => startWorkflow(app, actor, startWorkflowRequestSchema.parse({ input: {}, ...request })),
    async poll(taskType) {
      const [task] = await pollTasks(app, actor, { taskType, workerId: 'w', domain: null, count: 1, timeoutMs: 5_000 })
      if (!task) throw new Error(`Nothing to do for ${taskType}`)
      return task
    },
    answer({ task: { taskId, workflowInstanceId } }, result = {}) {
      const body = { taskId, workflowInstanceId, status: 'COMPLETED', ...result }
      return updateTask(app, actor, taskResultSchema.parse(body))
    },
    async work(taskType, result) {
      const polled = await client.poll(taskType)
      await client.answer(polled, result)
      return polled
    },
    async look(workflowId) {
      const { rows } = await app.db.pool.query<Seen>(LOOK, [workflowId, actor.namespaceId])
      if (!rows[0]) throw new AppError('NOT_FOUND', workflowId)
      return rows[0]
    },
    async reaches(workflowId, status) {
      const deadline = Date.now() + 20_000
      for (;;) {
        const news = nextChange(app, workflowId)
        const seen = await client.look(workflowId)
        if (seen.status === status) return seen
        if (Date.now() > deadline) throw new Error(`It should be ${status}: ${JSON.stringify(seen)}`)
        await news
      }
    },
  }
  return client
}

function nextChange(app: App, workflowId: string): Promise<void> {
  return new Promise((resolve) => {
    const stop = app.live.subscribe(workflowId, done)
    const timer = setTimeout(done, 500)
    function done(): void {
      clearTimeout(timer)
      stop()
      resolve()
    }
  })
}
