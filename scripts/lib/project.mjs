// Plain JavaScript on Node 18 and newer: this runs before anything is installed.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const inRoot = (...parts) => join(root, ...parts)
export const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** The Node that package.json pins; everything but setup itself runs on it. */
export const node = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** The script behind a package's command, so that it can be run by the pinned Node on every system. */
export function command(packageName, name = packageName) {
  const folder = inRoot('node_modules', ...packageName.split('/'))
  const { bin } = readJson(join(folder, 'package.json'))
  return join(folder, typeof bin === 'string' ? bin : bin[name])
}
