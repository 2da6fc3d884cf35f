import type { Client } from 'pg'
import { arraysOf, insertInto, unnested } from './columns'
import { CHANGED_EXECUTION, NEW_EXECUTION, type WrittenExecution } from './execution-table'
import { rowsOf } from './run'

const INSERT_EXECUTIONS = {
  name: 'insert-executions',
  text: `${insertInto('executions', NEW_EXECUTION)} on conflict (id) do nothing`,
}

const ASSIGNMENTS = CHANGED_EXECUTION.slice(1).map(({ name, cast }) =>
  name === 'variables'
    ? 'variables = coalesce(u.variables, e.variables)'
    : `${name} = u.${name}${cast ? `::${cast}` : ''}`,
)

const UPDATE_EXECUTIONS = {
  name: 'update-executions',
  text: `update executions e set ${ASSIGNMENTS.join(', ')} from ${unnested(CHANGED_EXECUTION)} where e.id = u.id`,
}

export const insertExecutions = (client: Client, rows: readonly WrittenExecution[]): Promise<unknown> =>
  rowsOf(client, INSERT_EXECUTIONS, arraysOf(NEW_EXECUTION, rows))

export const updateExecutions = (client: Client, rows: readonly WrittenExecution[]): Promise<unknown> =>
  rowsOf(client, UPDATE_EXECUTIONS, arraysOf(CHANGED_EXECUTION, rows))
