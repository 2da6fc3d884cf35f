import pg, { type Client, type ClientConfig, type Pool } from 'pg'
import { reasonOf, StartupError } from './startup-error'

/**
 * Connections to the one PostgreSQL. What screens and searches read has connections of its own (`readers`), so that
 * slow ones never stand before a worker's credential or secret (`pool`); the engine's lane owns a pipelined one.
 */
export interface Database {
  readonly url: string
  readonly pool: Pool
  readonly readers: Pool
  connectEngine(): Promise<Client>
  close(): Promise<void>
}

const OLDEST_SUPPORTED = 150_000

/** A transaction whose server is gone, or stands still, must not hold its locks for ever. */
export const ABANDONED_MS = 10_000

export function openDatabase(url: string, { abandonedMs = ABANDONED_MS } = {}): Database {
  const config = connection(url, abandonedMs)
  const pool = openPool(config)
  const readers = openPool(config)
  return {
    url,
    pool,
    readers,
    connectEngine: async () => {
      const client = new pg.Client({ ...config, pipeline: true })
      survive(client)
      await client.connect()
      return client
    },
    close: async () => {
      await Promise.all([pool.end(), readers.end()])
    },
  }
}

function openPool(config: ClientConfig): Pool {
  const pool = new pg.Pool({ ...config, max: 10, idleTimeoutMillis: 30_000 })
  pool.on('error', () => undefined)
  pool.on('connect', survive)
  return pool
}

/** Whoever uses a connection that breaks hears of it; without a listener it would end the process besides. */
function survive(client: Pick<Client, 'on'>): void {
  client.on('error', () => undefined)
}

export async function requireReachable(database: Database): Promise<void> {
  const { host, port } = new pg.Client({ connectionString: database.url })
  const where = `The database at ${host}:${port}`
  const version = await database.pool
    .query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
    .then(({ rows }) => rows[0]?.version ?? 0)
    .catch((error: unknown) => {
      throw new StartupError(`${where} cannot be reached (${reasonOf(error)}); check DATABASE_URL.`)
    })
  if (version < OLDEST_SUPPORTED)
    throw new StartupError(`${where} is too old (${version}): PostgreSQL 15 or newer is needed.`)
}

function connection(connectionString: string, abandonedMs: number): ClientConfig {
  return {
    connectionString,
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: abandonedMs,
    types: { getTypeParser },
  }
}

/** Epoch milliseconds and counters are below 2^53, so `bigint` columns are plain numbers here. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')
