import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from './data-folder'

/** A generated secret that lives with the data, so that what depends on it survives a restart. */
export function keptSecret(dataFolder: string, name: 'secret' | 'secrets-key'): string {
  const file = join(dataFolder, name)
  return read(file) ?? make(dataFolder, file)
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return null
  }
}

/** `link` refuses an existing target: of two first starts at once, both use the secret of the first. */
function make(dataFolder: string, file: string): string {
  const partial = `${file}.${process.pid}`
  makeDataFolder(dataFolder)
  writeFileSync(partial, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(partial, file)
  } catch {
    // Another start made it first.
  } finally {
    rmSync(partial, { force: true })
  }
  return readFileSync(file, 'utf8').trim()
}
