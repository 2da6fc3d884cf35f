import type { Client, QueryResult, QueryResultRow } from 'pg'
import type { Database } from '@/server/platform/database'

/**
 * One pipelined connection that opens again after it broke. Statements are sent in order and answered in order; a
 * broken connection fails what was under way and the caller decides whether to repeat it.
 */
export interface Link {
  run<Row extends QueryResultRow>(statement: Statement, values: readonly unknown[]): Promise<QueryResult<Row>>
  /** The open connection, for statements that must travel together. */
  client(): Promise<Client>
  close(): Promise<void>
}

export interface Statement {
  readonly name: string
  readonly text: string
}

/**
 * Every engine statement finds its rows by an index, row by row, so its plan is made once: planning each execution anew
 * cost a third of the database's work. Without these switches a plan made while a table was empty would scan it for
 * ever.
 */
const PLANS = `
  set plan_cache_mode = force_generic_plan;
  set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off`

export function createLink(db: Pick<Database, 'connectEngine'>, onOpen?: (client: Client) => void): Link {
  let current: Promise<Client> | null = null
  let closed = false

  const open = async (): Promise<Client> => {
    const client = await db.connectEngine()
    await client.query(PLANS)
    const forget = (): void => {
      current = null
    }
    client.on('error', forget)
    client.on('end', forget)
    onOpen?.(client)
    return client
  }

  const client = (): Promise<Client> => {
    if (closed) return Promise.reject(new Error('The connection was closed.'))
    current ??= open().catch((error: unknown) => {
      current = null
      throw error
    })
    return current
  }

  return {
    client,
    run: async (statement, values) => (await client()).query({ ...statement, values: [...values] }),
    async close() {
      closed = true
      const last = await current?.catch(() => null)
      await last?.end()
    },
  }
}
