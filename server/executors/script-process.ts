import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { setPriority } from 'node:os'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ScriptAnswer, ScriptJob, ScriptReady } from './script-protocol'

export interface ScriptProcessEvents {
  readonly onReady: () => void
  readonly onAnswer: (answer: ScriptAnswer) => void
  /** The process is gone, whoever ended it; `complaint` is what it last wrote to stderr. */
  readonly onExit: (complaint: string) => void
}

export interface ScriptProcess {
  readonly pid: number | undefined
  readonly send: (job: ScriptJob) => void
  readonly kill: () => void
}

/** A line longer than this is no answer of ours. */
const MAX_LINE = 64 * 1024 * 1024
const MAX_COMPLAINT = 2000

/** Starts one script child: no environment, no file but its own code, no child processes, a small heap, low priority. */
export function startScriptProcess(events: ScriptProcessEvents): ScriptProcess {
  const entry = entryFile()
  const readable = [dirname(entry), ...packageFolders(entry)].flatMap((folder) => [
    '--allow-fs-read',
    `${folder}${sep}`,
  ])
  const child = spawn(
    process.execPath,
    [
      '--permission',
      '--allow-worker',
      ...readable,
      '--max-old-space-size=128',
      '--disable-warning=ExperimentalWarning',
      '--disable-warning=PERM0006',
      entry,
    ],
    { env: {} as NodeJS.ProcessEnv, cwd: dirname(entry), stdio: 'pipe' },
  )
  const kill = () => void child.kill('SIGKILL')
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-MAX_COMPLAINT)
  })
  child.once('error', (error) => events.onExit(error.message))
  child.once('close', () => events.onExit(complaint.trim()))
  child.stdin.on('error', kill)
  readLines(child, (line) => receive(line, events), kill)
  lowerPriority(child.pid)
  return { pid: child.pid, send: (job) => void child.stdin.write(`${JSON.stringify(job)}\n`), kill }
}

/** In the bundle the child stands below main.js; in development it is the source beside this file. */
function entryFile(): string {
  const candidates = ['./executors/script-child.js', './script-child.js', './script-child.ts']
  const files = candidates.map((candidate) => fileURLToPath(new URL(candidate, import.meta.url)))
  const found = files.find(existsSync)
  if (!found) throw new Error(`The script child is missing: looked for ${files.join(', ')}`)
  return realpathSync(found)
}

/** The only files the child may read besides its own: the packages, by the names they have and where links lead. */
function packageFolders(entry: string): readonly string[] {
  const folders: string[] = []
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const packages = join(folder, 'node_modules')
    if (existsSync(packages)) folders.push(packages, realpathSync(packages))
  }
  return [...new Set(folders)]
}

function readLines(child: ChildProcess, onLine: (line: string) => boolean, kill: () => void): void {
  let pending = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    pending += chunk
    if (!chunk.includes('\n')) {
      if (pending.length > MAX_LINE) kill()
      return
    }
    const lines = pending.split('\n')
    pending = lines.pop() ?? ''
    if (!lines.every(onLine)) kill()
  })
}

/** False for a line that is no answer: the child is then not to be trusted. */
function receive(line: string, { onReady, onAnswer }: ScriptProcessEvents): boolean {
  const message = parse(line)
  if (message === null) return false
  if ('ready' in message) onReady()
  else onAnswer(message)
  return true
}

function parse(line: string): ScriptAnswer | ScriptReady | null {
  try {
    return JSON.parse(line) as ScriptAnswer | ScriptReady
  } catch {
    return null
  }
}

function lowerPriority(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 5)
  } catch {
    // It may be gone already, or the system may not allow it: nothing depends on it.
  }
}
