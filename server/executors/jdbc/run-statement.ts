import type { Client, QueryResult } from 'pg'
import { exceedsDepth, parseForeignJson } from '@/server/executors/foreign-json'
import type { OutboundDoors } from '@/server/executors/outbound-doors'
import { OutboundError } from '@/server/executors/outbound-error'
import type { Settings } from '@/server/model/integration'
import type { Json, JsonObject } from '@/server/model/json'
import { bindParameters } from './bind-parameters'
import { connectDatabase } from './connect-database'

export interface Statement {
  readonly kind: 'SELECT' | 'UPDATE'
  readonly text: string
  readonly parameters: readonly Json[]
  /** Another count undoes the statement and fails. */
  readonly expectedUpdateCount: number | null
}

export interface StatementBounds {
  readonly statementMs: number
  readonly rows: number
  readonly bytes: number
}

const MAX_DEPTH = 100

/** One statement in a transaction of its own: what a JDBC task shows, or an `OutboundError` that says why not. */
export async function runStatement(
  database: { readonly settings: Settings; readonly doors: OutboundDoors },
  statement: Statement,
  bounds: StatementBounds,
): Promise<JsonObject> {
  const { text, count } = bindParameters(statement.text)
  if (count > 0 && count !== statement.parameters.length) {
    throw new OutboundError(
      'refused',
      `The statement has ${count} parameters; ${statement.parameters.length} are given.`,
    )
  }
  const client = await connectDatabase(database.settings, database.doors, {
    statementMs: bounds.statementMs,
    receivedBytes: bounds.bytes * 2,
  })
  try {
    await client.query('begin')
    const output = await execute(client, { ...statement, text }, bounds)
    await client.query('commit')
    return output
  } catch (error) {
    if (error instanceof OutboundError) throw error
    throw new OutboundError('failed', error instanceof Error ? error.message : String(error))
  } finally {
    // Ends the transaction too, if it is still open.
    void client.end().catch(() => undefined)
  }
}

async function execute(client: Client, statement: Statement, bounds: StatementBounds): Promise<JsonObject> {
  const values = statement.parameters.map(asParameter)
  // Extended even without parameters: that way there is one statement only.
  const query = { text: statement.text, values, queryMode: 'extended' }
  const result: QueryResult<JsonObject> = await client.query(query)
  if (statement.kind === 'SELECT') return { result: storedRows(result, bounds) }
  const changed = result.rowCount ?? 0
  const expected = statement.expectedUpdateCount
  if (expected !== null && changed !== expected) {
    await client.query('rollback')
    throw new OutboundError(
      'failed',
      `${expected} rows were expected to change, but ${changed} did; nothing was changed.`,
    )
  }
  return { update_count: changed }
}

function storedRows({ rows }: QueryResult<JsonObject>, bounds: StatementBounds): readonly Json[] {
  if (rows.length > bounds.rows) {
    throw new OutboundError(
      'refused',
      `The statement has ${rows.length} rows; ${bounds.rows} are allowed (limit statementRows).`,
    )
  }
  const text = JSON.stringify(rows)
  const bytes = Buffer.byteLength(text)
  if (bytes > bounds.bytes) {
    throw new OutboundError(
      'refused',
      `The rows have ${bytes} bytes; ${bounds.bytes} are allowed (limit taskOutputBytes).`,
    )
  }
  if (exceedsDepth(text, MAX_DEPTH)) throw new OutboundError('refused', `The rows nest deeper than ${MAX_DEPTH}.`)
  return parseForeignJson(text) as readonly Json[]
}

function asParameter(value: Json): string | null {
  if (value === null) return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
