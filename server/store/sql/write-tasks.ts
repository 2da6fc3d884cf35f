import type { Client } from 'pg'
import type { TaskId } from '@/server/model/ids'
import { arraysOf, type Column, insertInto, unnested } from './columns'
import { rowsOf } from './run'
import { CHANGED_TASK, type ChangedTaskRow, NEW_TASK, type NewTaskRow } from './task-table'

const INSERT_TASKS = { name: 'insert-tasks', text: insertInto('tasks', NEW_TASK) }

const KEYED: readonly Column<ChangedTaskRow>[] = [
  { name: 'id', type: 'uuid', of: ({ after }) => after.taskId },
  ...CHANGED_TASK,
]

const ASSIGNMENTS = CHANGED_TASK.map(({ name, set }) => {
  if (set === 'value') return `${name} = u.${name}`
  if (set === 'kept') return `${name} = coalesce(u.${name}, t.${name})`
  return `${name} = case when u.${name} is null then t.${name} else nullif(u.${name}, '') end`
})

/** Columns that polls write are only touched where the decision changed them. */
const UPDATE_TASKS = {
  name: 'update-tasks',
  text: `update tasks t set ${ASSIGNMENTS.join(', ')} from ${unnested(KEYED)} where t.id = u.id`,
}

const DELETE_TASKS = {
  name: 'delete-tasks',
  text: `
    with gone as (delete from tasks where id = any($1::uuid[])),
    logs as (delete from task_logs where task_id = any($1::uuid[])),
    inputs as (delete from task_inputs where id = any($1::uuid[]))
    delete from task_outputs where id = any($1::uuid[])`,
}

export const insertTasks = (client: Client, rows: readonly NewTaskRow[]): Promise<unknown> =>
  rowsOf(client, INSERT_TASKS, arraysOf(NEW_TASK, rows))

export const updateTasks = (client: Client, rows: readonly ChangedTaskRow[]): Promise<unknown> =>
  rowsOf(client, UPDATE_TASKS, arraysOf(KEYED, rows))

export const deleteTasks = (client: Client, ids: readonly TaskId[]): Promise<unknown> =>
  rowsOf(client, DELETE_TASKS, [ids])
