import { type Actor, requireWorker } from '@/server/model/actor'
import { isUuid } from '@/server/model/ids'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'

export interface TaskLogs {
  readonly taskId: string
  readonly logs: readonly { readonly log: string; readonly createdTime: number | null }[]
}

/**
 * Lines for a task that is not there are dropped silently, as by Conductor. Lines beyond the limit are dropped, long
 * ones are cut. The transaction need not wait for the disk.
 */
const ADD_LOGS = `
  with lazily as (select set_config('synchronous_commit', 'off', true))
  insert into task_logs (namespace_id, task_id, execution_id, log, created_time)
  select $1, t.id, t.execution_id, l.log, l.created_time
  from lazily, tasks t, unnest($3::text[], $4::bigint[]) with ordinality as l(log, created_time, nth)
  where t.namespace_id = $1 and t.id = $2
    and l.nth + (select count(*) from task_logs where task_id = $2) <= $5
  order by l.nth`

export async function addTaskLogs(app: App, actor: Actor, { taskId, logs }: TaskLogs): Promise<void> {
  requireWorker(actor)
  if (!isUuid(taskId)) return
  const now = app.clock.now()
  await tenantOf(app.db, actor.namespaceId).rows(ADD_LOGS, [
    taskId,
    logs.map(({ log }) => log.slice(0, app.limits.logLineBytes)),
    logs.map(({ createdTime }) => createdTime ?? now),
    app.limits.logsPerTask,
  ])
}

export const addTaskLog = (app: App, actor: Actor, { taskId, log }: { taskId: string; log: string }): Promise<void> =>
  addTaskLogs(app, actor, { taskId, logs: [{ log, createdTime: null }] })
