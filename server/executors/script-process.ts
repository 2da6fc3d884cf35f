import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import { dirname, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ScriptAnswer, ScriptJob, ScriptReady } from './script-protocol'

export interface ScriptProcessEvents {
  readonly onReady: () => void
  readonly onAnswer: (answer: ScriptAnswer) => void
  /** The process is gone, whoever ended it. */
  readonly onExit: () => void
}

export interface ScriptProcess {
  readonly pid: number | undefined
  readonly send: (job: ScriptJob) => void
  readonly kill: () => void
}

/** A line longer than this is no answer of ours. */
const MAX_LINE = 64 * 1024 * 1024

/** Starts one script child: no environment, no file but its own code, no child processes, a small heap, low priority. */
export function startScriptProcess(events: ScriptProcessEvents): ScriptProcess {
  const entry = entryFile()
  const readable = [dirname(entry), ...packageFolders()].flatMap((folder) => ['--allow-fs-read', `${folder}${sep}`])
  const child = spawn(
    process.execPath,
    ['--permission', ...readable, '--max-old-space-size=128', '--disable-warning=ExperimentalWarning', entry],
    { env: {} as NodeJS.ProcessEnv, cwd: dirname(entry), stdio: ['pipe', 'pipe', 'ignore'] },
  )
  const kill = () => void child.kill('SIGKILL')
  child.once('error', events.onExit)
  child.once('exit', events.onExit)
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

/** The only files the child may read besides its own: the two interpreters, and package.json files on the way. */
function packageFolders(): readonly string[] {
  const require = createRequire(import.meta.url)
  const start = realpathSync(require.resolve('jq-web'))
  const modules = start.slice(0, start.lastIndexOf(`node_modules${sep}`) + 'node_modules'.length)
  return [modules]
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
