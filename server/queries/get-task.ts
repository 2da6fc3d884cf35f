import { AppError } from '@/server/model/errors'
import type { Task } from '@/server/model/execution'
import { isUuid } from '@/server/model/ids'
import type { TaskDef } from '@/server/model/task-def'
import type { WireTaskOwner } from '@/server/model/wire-task'
import type { Tenant } from '@/server/platform/tenant'
import { TASK_DATA_JOINS, TASK_WITH_DATA } from './columns'
import { type StoredTask, toTask } from './get-workflow'
import { loadSnapshot } from './snapshots'

export interface OwnedTask {
  readonly task: Task
  readonly owner: WireTaskOwner
  readonly taskDef: TaskDef | null
}

interface TaskRow extends WireTaskOwner {
  readonly task: StoredTask
  readonly snapshot: string
}

const selectTasks = (where: string) => `
  select (select row_to_json(one) from (select ${TASK_WITH_DATA}) one) as task,
    e.snapshot, e.name as "workflowName", e.correlation_id as "correlationId", e.priority
  from tasks t join executions e on e.id = t.execution_id ${TASK_DATA_JOINS}
  where t.namespace_id = $1 and ${where}`

const ONE = selectTasks('t.id = $2')
const MANY = `${selectTasks('t.id = any($2::uuid[])')} order by array_position($2::uuid[], t.id)`

export async function getTask(tenant: Tenant, taskId: string): Promise<OwnedTask> {
  const [row] = isUuid(taskId) ? await tenant.rows<TaskRow>(ONE, [taskId]) : []
  if (!row) throw new AppError('NOT_FOUND', `Task not found for taskId: ${taskId}`)
  return toOwned(tenant, row)
}

/** In the order of the ids; ids that do not exist are left out. */
export async function getTasks(tenant: Tenant, taskIds: readonly string[]): Promise<readonly OwnedTask[]> {
  if (taskIds.length === 0) return []
  const rows = await tenant.rows<TaskRow>(MANY, [taskIds])
  return Promise.all(rows.map((row) => toOwned(tenant, row)))
}

async function toOwned(tenant: Tenant, row: TaskRow): Promise<OwnedTask> {
  const snapshot = await loadSnapshot(tenant, row.snapshot)
  const task = toTask(row.task, snapshot)
  const { workflowName, correlationId, priority } = row
  return {
    task,
    owner: { workflowName, correlationId, priority },
    taskDef: snapshot.taskDefs[task.taskDefName] ?? null,
  }
}
