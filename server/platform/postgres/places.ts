import { createHash } from 'node:crypto'
import { accessSync, chownSync, constants, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDataFolder } from '@/server/platform/data-folder'
import { StartupError } from '@/server/platform/startup-error'
import { canEnter, type OsUser } from './os-user'

/**
 * Where the cluster lives: in the data folder, except when PostgreSQL's OS user cannot enter that (root's home is
 * 0700). Then a folder of its own outside, keyed by the data folder's path, so that it is found again.
 */
export function clusterFolder(dataFolder: string, user: OsUser): string {
  makeDataFolder(dataFolder)
  if (canEnter(user, dataFolder)) return join(dataFolder, 'postgres')
  const key = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  return join(sharedFolder(user), key)
}

/** The binaries as PostgreSQL's OS user can reach them: npm's, or a copy beside the relocated clusters. */
export function reachableBinaries(native: string, version: string, user: OsUser): string {
  if (canEnter(user, join(native, 'bin'))) return native
  const target = join(sharedFolder(user), `postgresql-${version}`)
  if (existsSync(target)) return target
  const partial = `${target}.${process.pid}`
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
  publish(partial, target)
  return target
}

/** Two starts may race: whoever renames first wins, and nobody ever sees half of it. */
export function publish(partial: string, target: string): void {
  try {
    renameSync(partial, target)
  } catch (error) {
    rmSync(partial, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
}

export function giveTo(user: OsUser, path: string): void {
  if (user !== null) chownSync(path, user.uid, user.gid)
}

function sharedFolder(user: OsUser): string {
  for (const parent of ['/var/lib', '/var/tmp', tmpdir()]) {
    const folder = join(parent, 'conductor-playground')
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 })
      accessSync(folder, constants.W_OK)
      if (canEnter(user, folder)) return folder
    } catch {
      // Read-only here: the next one.
    }
  }
  throw new StartupError(
    'No folder was found that PostgreSQL’s OS user can reach: set PLAYGROUND_DATA or DATABASE_URL.',
  )
}
