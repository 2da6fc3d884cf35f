import type { Client } from 'pg'
import type { NamespaceId, TaskId, WorkflowId } from '@/server/model/ids'
import { arraysOf, type Column, unnested } from './columns'
import { rowsOf } from './run'

/** A line that the engine leaves in the log of a task, durable with the transition that it is about. */
export interface LogRow {
  readonly namespaceId: NamespaceId
  readonly taskId: TaskId
  readonly workflowId: WorkflowId
  readonly line: string
  readonly now: number
}

const COLUMNS: readonly Column<LogRow>[] = [
  { name: 'namespace_id', type: 'int4', of: ({ namespaceId }) => namespaceId },
  { name: 'task_id', type: 'uuid', of: ({ taskId }) => taskId },
  { name: 'execution_id', type: 'uuid', of: ({ workflowId }) => workflowId },
  { name: 'log', type: 'text', of: ({ line }) => line },
  { name: 'created_time', type: 'int8', of: ({ now }) => now },
]

/** Lines beyond the limit are dropped, as those of workers are. */
const INSERT_LOGS = {
  name: 'insert-logs',
  text: `
    insert into task_logs (${COLUMNS.map(({ name }) => name).join(', ')})
    select u.* from ${unnested(COLUMNS)}
    where (select count(*) from task_logs l where l.task_id = u.task_id) < $${COLUMNS.length + 1}::int4`,
}

export const insertLogs = (client: Client, rows: readonly LogRow[], mostPerTask: number): Promise<unknown> =>
  rowsOf(client, INSERT_LOGS, [...arraysOf(COLUMNS, rows), mostPerTask])
