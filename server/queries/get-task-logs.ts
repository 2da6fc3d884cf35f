import { isUuid } from '@/server/model/ids'
import type { Tenant } from '@/server/platform/tenant'

export interface TaskLog {
  readonly log: string
  readonly taskId: string
  readonly createdTime: number
}

/** In the order of the times that the workers gave; of an unknown task none. */
export async function getTaskLogs(tenant: Tenant, taskId: string): Promise<readonly TaskLog[]> {
  if (!isUuid(taskId)) return []
  const rows = await tenant.rows<{ entry: TaskLog }>(
    `select json_build_object('log', log, 'taskId', task_id, 'createdTime', created_time) as entry
     from task_logs where namespace_id = $1 and task_id = $2 order by created_time, id`,
    [taskId],
  )
  return rows.map((row) => row.entry)
}
