import pg, { type Client, type ClientConfig, type Pool } from 'pg'
import { reasonOf, StartupError } from './startup-error'

/** Connections to the one PostgreSQL. Reads share the pool; each engine lane owns a pipelined connection. */
export interface Database {
  readonly url: string
  readonly pool: Pool
  connectEngine(): Promise<Client>
  close(): Promise<void>
}

const OLDEST_SUPPORTED = 150_000

export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ ...connection(url), max: 10, idleTimeoutMillis: 30_000 })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return {
    url,
    pool,
    connectEngine: async () => {
      // A statement planned on an empty table would keep its sequential scan for ever.
      const client = new pg.Client({
        ...connection(url),
        pipeline: true,
        options: '-c plan_cache_mode=force_custom_plan',
      })
      await client.connect()
      return client
    },
    close: () => pool.end(),
  }
}

export async function requireReachable(database: Database): Promise<void> {
  const { host, port } = new pg.Client(connection(database.url))
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

function connection(connectionString: string): ClientConfig {
  return { connectionString, connectionTimeoutMillis: 5_000, types: { getTypeParser } }
}

/** Epoch milliseconds and counters are below 2^53, so `bigint` columns are plain numbers here. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')
