import { readFile } from 'node:fs/promises'
import { insideFolder } from './inside-folder.ts'

const MAX_BYTES = 50 * 1024 * 1024

/** A picture from the web, or one that a worker left in the work folder; nothing else of this machine is read. */
export async function loadImage(location: string, workFolder: string): Promise<Buffer> {
  if (!/^https?:\/\//i.test(location)) return readFile(await insideFolder(location, workFolder))
  const response = await fetch(location, { signal: AbortSignal.timeout(15_000) })
  if (!response.ok) throw new Error(`${location} answered ${response.status}`)
  const length = Number(response.headers.get('content-length') ?? 0)
  if (length > MAX_BYTES) throw new Error(`${location} is larger than ${MAX_BYTES} bytes`)
  return Buffer.from(await response.arrayBuffer())
}
