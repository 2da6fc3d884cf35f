import type { Client } from 'pg'
import type { TaskRow } from '@/server/engine/task-of-row'
import type { WorkflowId } from '@/server/model/ids'
import { TASK_COLUMNS } from '@/server/queue/task-columns'
import { rowsOf } from './run'

const LOAD_TASKS = {
  name: 'load-tasks',
  text: `
    select ${TASK_COLUMNS} from tasks t
    where t.execution_id = any($1::uuid[]) order by t.execution_id, t.seq`,
}

export function loadTasks(client: Client, ids: readonly WorkflowId[]): Promise<TaskRow[]> {
  return rowsOf(client, LOAD_TASKS, [ids])
}
