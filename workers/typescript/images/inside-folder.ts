import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'

/** The real path of a file below `folder`. Workflow input must not make a worker read or publish any other file. */
export async function insideFolder(file: string, folder: string): Promise<string> {
  const [path, root] = await Promise.all([realpath(file), realpath(folder)])
  if (!path.startsWith(root + sep)) throw new Error(`${file} is not in the work folder ${folder}`)
  return path
}
