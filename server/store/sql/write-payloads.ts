import type { Client } from 'pg'
import type { JsonObject } from '@/server/model/json'
import { arraysOf, type Column, insertInto } from './columns'
import { rowsOf } from './run'

/** Inputs and outputs, apart from the rows they belong to: no row for `{}`. */
export interface Payload {
  readonly id: string
  readonly data: JsonObject
}

export type PayloadTable = 'execution_inputs' | 'execution_outputs' | 'task_inputs' | 'task_outputs'

const COLUMNS: readonly Column<Payload>[] = [
  { name: 'id', type: 'uuid', of: ({ id }) => id },
  { name: 'data', type: 'json', of: ({ data }) => JSON.stringify(data) },
]

const insertText = (table: PayloadTable) => `
  ${insertInto(table, COLUMNS)}
  on conflict (id) do update set data = excluded.data`

export function writePayloads(client: Client, table: PayloadTable, payloads: readonly Payload[]): Promise<unknown>[] {
  const full = payloads.filter(({ data }) => !isEmpty(data))
  const empty = payloads.filter(({ data }) => isEmpty(data))
  const sent: Promise<unknown>[] = []
  if (full.length > 0) {
    const statement = { name: `write-${table}`, text: insertText(table) }
    sent.push(rowsOf(client, statement, arraysOf(COLUMNS, full)))
  }
  if (empty.length > 0) {
    const statement = { name: `clear-${table}`, text: `delete from ${table} where id = any($1::uuid[])` }
    sent.push(rowsOf(client, statement, [empty.map(({ id }) => id)]))
  }
  return sent
}

export function isEmpty(data: JsonObject): boolean {
  for (const _key in data) return false
  return true
}
