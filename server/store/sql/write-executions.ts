import type { Client } from 'pg'
import { arraysOf, insertInto, unnested } from './columns'
import { CHANGED_EXECUTION, NEW_EXECUTION, type WrittenExecution } from './execution-table'
import { rowsOf } from './run'

const INSERT_EXECUTIONS = {
  name: 'insert-executions',
  text: `${insertInto('executions', NEW_EXECUTION)} on conflict (id) do nothing`,
}

/** Null keeps what is there. */
const KEPT: ReadonlySet<string> = new Set(['variables', 'state'])

const ofGate = (column: string, type: string): string =>
  `gate_${column} = case when u.gate is null then e.gate_${column} else (u.gate ->> '${column}')::${type} end`

const ASSIGNMENTS = CHANGED_EXECUTION.slice(1).flatMap(({ name, cast }) => {
  if (name === 'gate') return [ofGate('key', 'text'), ofGate('limit', 'int4'), ofGate('waiting', 'boolean')]
  if (KEPT.has(name)) return [`${name} = coalesce(u.${name}, e.${name})`]
  return [`${name} = u.${name}${cast ? `::${cast}` : ''}`]
})

const UPDATE_EXECUTIONS = {
  name: 'update-executions',
  text: `update executions e set ${ASSIGNMENTS.join(', ')} from ${unnested(CHANGED_EXECUTION)} where e.id = u.id`,
}

export const insertExecutions = (client: Client, rows: readonly WrittenExecution[]): Promise<unknown> =>
  rowsOf(client, INSERT_EXECUTIONS, arraysOf(NEW_EXECUTION, rows))

export const updateExecutions = (client: Client, rows: readonly WrittenExecution[]): Promise<unknown> =>
  rowsOf(client, UPDATE_EXECUTIONS, arraysOf(CHANGED_EXECUTION, rows))
