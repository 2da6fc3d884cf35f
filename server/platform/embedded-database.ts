import { Client } from 'pg'
import {
  type Cluster,
  clusterPassword,
  createCluster,
  isRunning,
  locateCluster,
  runningPort,
  startCluster,
  stopCluster,
} from './postgres/cluster'
import { reasonOf, StartupError } from './startup-error'

/**
 * Real PostgreSQL from npm, started and stopped by the server. A postmaster that a killed server left behind is
 * adopted. Every user of the cluster holds a shared advisory lock, so that only the last one to leave stops it; the
 * same connection tells when the database dies under us, and then it is started again.
 */
export interface EmbeddedDatabase {
  readonly url: string
  stop(): Promise<void>
}

interface Options {
  readonly dataFolder: string
  /** `false` trades crash safety for speed: for tests only. */
  readonly durable: boolean
}

const DATABASE = 'playground'
const IN_USE = 0x706c6179
const GIVE_UP_MS = 90_000

export async function startEmbeddedDatabase(options: Options): Promise<EmbeddedDatabase> {
  const cluster = locateCluster(options.dataFolder)
  let stopping = false
  let guard: Client | null = null
  const hold = async (): Promise<void> => {
    guard = await holdRunning(cluster, options.durable)
    guard.once('end', () => {
      guard = null
      if (!stopping) holding = hold().catch(() => undefined)
    })
  }
  let holding = hold()
  try {
    await holding
    const url = urlOf(cluster, DATABASE)
    return {
      url,
      stop: async () => {
        stopping = true
        // A guard that is just being opened again would look like another user.
        await holding
        await guard?.end()
        if (await isLastUser(cluster)) await stopCluster(cluster)
      },
    }
  } catch (error) {
    if (error instanceof StartupError) throw error
    throw new StartupError(
      `The embedded PostgreSQL did not start (${reasonOf(error)}). Its log: ${cluster.folder}/server.log`,
    )
  }
}

/** Another process may start or stop the same cluster at this moment: look again until it runs and is held. */
async function holdRunning(cluster: Cluster, durable: boolean): Promise<Client> {
  const deadline = Date.now() + GIVE_UP_MS
  for (;;) {
    try {
      await createCluster(cluster)
      if (!(await isRunning(cluster))) await startCluster(cluster, durable ? DURABLE : FAST)
      return await openGuard(cluster)
    } catch (error) {
      if (Date.now() > deadline || !(await mayPass(error))) throw error
    }
  }
}

async function mayPass(error: unknown): Promise<boolean> {
  const permanent =
    error instanceof StartupError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')
  if (permanent) return false
  await new Promise((resolve) => setTimeout(resolve, 250))
  return true
}

async function openGuard(cluster: Cluster): Promise<Client> {
  const guard = new Client({ connectionString: urlOf(cluster, 'postgres'), connectionTimeoutMillis: 10_000 })
  guard.on('error', () => undefined)
  await guard.connect()
  await guard.query('select pg_advisory_lock_shared($1)', [IN_USE])
  const { rowCount } = await guard.query('select from pg_database where datname = $1', [DATABASE])
  if (rowCount === 0) await guard.query(`create database ${DATABASE}`).catch(ignoreDuplicate)
  return guard
}

async function isLastUser(cluster: Cluster): Promise<boolean> {
  const client = new Client({ connectionString: urlOf(cluster, 'postgres'), connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [IN_USE])
    return rows[0]?.alone === true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function ignoreDuplicate(error: unknown): void {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code !== '42P04' && code !== '23505') throw error
}

function urlOf(cluster: Cluster, database: string): string {
  return `postgresql://postgres:${clusterPassword(cluster)}@127.0.0.1:${runningPort(cluster)}/${database}`
}

const DURABLE: Readonly<Record<string, string>> = {
  max_connections: '100',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
}

const FAST: Readonly<Record<string, string>> = {
  ...DURABLE,
  shared_buffers: '64MB',
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
}
