import type { Client } from 'pg'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { TASK_COLUMNS } from '@/server/queue/task-columns'
import { rowsOf } from './run'

const LOAD_TASKS = {
  name: 'load-tasks',
  text: `
    select ${TASK_COLUMNS} from tasks t
    where t.execution_id = any($1::uuid[]) order by t.execution_id, t.seq`,
}

/** `workflowTask` only where the definition does not hold it. */
export interface TaskRow extends Omit<Task, 'workflowTask' | 'dynamic'> {
  readonly workflowTask: WorkflowTask | null
}

export function loadTasks(client: Client, ids: readonly WorkflowId[]): Promise<TaskRow[]> {
  return rowsOf(client, LOAD_TASKS, [ids])
}
