import type { Client, QueryResultRow } from 'pg'

export interface Statement {
  readonly name: string
  readonly text: string
}

/** Sends a prepared statement down a pipelined connection; several may be under way at once. */
export async function rowsOf<Row extends QueryResultRow>(
  client: Client,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  return (await client.query<Row>({ ...statement, values: [...values] })).rows
}
