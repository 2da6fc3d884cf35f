import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { installedPostgres } from './binaries'
import { databaseOsUser, type OsUser } from './os-user'
import { clusterFolder, giveTo, publish, reachableBinaries } from './places'

const run = promisify(execFile)

/** One cluster on disk: its files, the programs that serve it and the OS user they run as. */
export interface Cluster {
  readonly folder: string
  readonly native: string
  readonly user: OsUser
}

export function locateCluster(dataFolder: string): Cluster {
  const user = databaseOsUser()
  const { native, version } = installedPostgres()
  return { folder: clusterFolder(dataFolder, user), native: reachableBinaries(native, version, user), user }
}

/** Made under another name and renamed, so that an interrupted start leaves no half of a cluster behind. */
export async function createCluster(cluster: Cluster): Promise<void> {
  if (existsSync(join(cluster.folder, 'PG_VERSION'))) return
  const partial = `${cluster.folder}.${process.pid}`
  const secret = `${partial}.password`
  mkdirSync(partial, { recursive: true, mode: 0o700 })
  giveTo(cluster.user, partial)
  writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 })
  giveTo(cluster.user, secret)
  try {
    await program(cluster, 'initdb', [
      ...['-D', partial, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${secret}`],
      ...['--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    ])
    const password = join(partial, 'password')
    writeFileSync(password, readFileSync(secret), { mode: 0o600 })
    giveTo(cluster.user, password)
    publish(partial, cluster.folder)
  } finally {
    rmSync(secret, { force: true })
    rmSync(partial, { recursive: true, force: true })
  }
}

export async function isRunning(cluster: Cluster): Promise<boolean> {
  return program(cluster, 'pg_ctl', ['status', '-D', cluster.folder]).then(
    () => true,
    () => false,
  )
}

export async function startCluster(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<void> {
  const port = await choosePort(cluster)
  const all = { ...settings, port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: '' }
  const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`)
  const log = join(cluster.folder, 'server.log')
  await program(cluster, 'pg_ctl', [
    'start',
    '-D',
    cluster.folder,
    '-w',
    '-t',
    '60',
    '-s',
    '-l',
    log,
    '-o',
    options.join(' '),
  ])
}

export async function stopCluster(cluster: Cluster): Promise<void> {
  await program(cluster, 'pg_ctl', ['stop', '-D', cluster.folder, '-m', 'fast', '-w', '-t', '20', '-s'])
}

/** The running postmaster says its port in the fourth line of postmaster.pid. */
export function runningPort(cluster: Cluster): number {
  const lines = readFileSync(join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n')
  const port = Number.parseInt(lines[3] ?? '', 10)
  if (Number.isNaN(port)) throw new Error('The database is still starting.')
  return port
}

export function clusterPassword(cluster: Cluster): string {
  return readFileSync(join(cluster.folder, 'password'), 'utf8')
}

/** The port of the last time when it is free; a second copy of the product gets its own. */
async function choosePort(cluster: Cluster): Promise<number> {
  const record = join(cluster.folder, 'port')
  const last = existsSync(record) ? Number.parseInt(readFileSync(record, 'utf8'), 10) : 0
  const port = await freePort(last).catch(() => freePort(0))
  writeFileSync(record, String(port))
  giveTo(cluster.user, record)
  return port
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : wanted))
    })
  })
}

async function program(cluster: Cluster, name: string, args: readonly string[]): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
  await run(join(cluster.native, 'bin', name), args, {
    ...cluster.user,
    cwd: cluster.folder.startsWith('/') ? '/' : undefined,
    env,
  })
}
