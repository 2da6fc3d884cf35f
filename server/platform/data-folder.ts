import { mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { reasonOf, StartupError } from './startup-error'

/** Made when missing; refused at once when nothing can be written in it. */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder)
    rmdirSync(mkdtempSync(join(folder, '.probe-')))
  } catch (error) {
    throw new StartupError(`The data folder ${folder} cannot be written (${reasonOf(error)}); set PLAYGROUND_DATA.`)
  }
}

/** Level by level: Node's own recursive mkdir never ends where the system lets nobody make a folder (/proc). */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another start made it first.
    if (!statSync(folder, { throwIfNoEntry: false })) throw error
  }
}
