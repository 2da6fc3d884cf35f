import { runStatement, type Statement } from '@/server/executors/jdbc/run-statement'
import { OutboundError } from '@/server/executors/outbound-error'
import type { Json, JsonObject } from '@/server/model/json'
import type { Performer } from './performer'

/** JDBC: one statement on the PostgreSQL of a named integration. It may run twice when a server dies in between. */
export const performJdbc: Performer = async (app, { namespaceId, input }) => {
  const name = String(input.connectionId ?? input.integrationName)
  const found = await app.integrations.find(namespaceId, name)
  if (found?.type !== 'postgres') return failed(`There is no PostgreSQL integration named ${name}.`, true)
  const { schemaName = null } = input
  const settings = typeof schemaName === 'string' ? { ...found.settings, schema: schemaName } : found.settings
  const { statementMs, statementRows, taskOutputBytes } = app.limits
  try {
    const bounds = { statementMs, rows: statementRows, bytes: taskOutputBytes }
    const database = { settings, doors: app.integrations.doors }
    const output = await app.integrations.statements(namespaceId, () =>
      runStatement(database, statementOf(input), bounds),
    )
    return { status: 'completed', output }
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    return failed(error.message, error.kind === 'failed')
  }
}

function statementOf(input: JsonObject): Statement {
  const { type = null, parameters = null, expectedUpdateCount: expected = null } = input
  return {
    kind: String(type).toUpperCase() === 'UPDATE' ? 'UPDATE' : 'SELECT',
    text: String(input.statement),
    parameters: Array.isArray(parameters) ? (parameters as readonly Json[]) : [],
    expectedUpdateCount: expected === null || expected === '' ? null : Number(expected),
  }
}

function failed(reason: string, retryable: boolean) {
  return { status: 'failed', output: {}, reason: `JDBC task failed: ${reason}`, retryable } as const
}
