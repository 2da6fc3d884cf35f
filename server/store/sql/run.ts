import type { Writable } from 'node:stream'
import type { Client, QueryResultRow } from 'pg'

export interface Statement {
  readonly name: string
  readonly text: string
}

/** Sends a prepared statement down a pipelined connection; several may be under way at once. */
export async function rowsOf<Row extends QueryResultRow>(
  client: Client,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  return (await client.query<Row>({ name, text, values: values as unknown[] })).rows
}

/** What `send` sends leaves in one piece: a system call for a dozen statements instead of one for each. */
export function together<T>(client: Client, send: () => T): T {
  // Not in pg's types: every client has it.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection
  stream.cork()
  try {
    return send()
  } finally {
    stream.uncork()
  }
}
