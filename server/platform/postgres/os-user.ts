import { execFileSync, spawnSync } from 'node:child_process'
import { StartupError } from '@/server/platform/startup-error'

/** The OS user that runs PostgreSQL. `null`: the one who runs the server. PostgreSQL refuses to run as root. */
export type OsUser = { readonly uid: number; readonly gid: number } | null

export function databaseOsUser(): OsUser {
  if (process.getuid?.() !== 0) return null
  const user = find('postgres') ?? create('postgres') ?? find('nobody')
  if (user) return user
  throw new StartupError('PostgreSQL cannot run as root: start as another user, or set DATABASE_URL.')
}

/** Permissions may come from modes, ACLs or mounts, so the user is asked to try. */
export function canEnter(user: OsUser, folder: string): boolean {
  if (user === null) return true
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}

function find(name: string): OsUser {
  try {
    const id = (flag: string) =>
      Number.parseInt(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }), 10)
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

function create(name: string): OsUser {
  const made = spawnSync('useradd', ['--system', '--user-group', '--no-create-home', name], { stdio: 'ignore' })
  return made.status === 0 ? find(name) : null
}
