import { spawn, spawnSync } from 'node:child_process'
import { delimiter, dirname } from 'node:path'
import { node, root } from './project.mjs'

const QUIET = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', DO_NOT_TRACK: '1' }

/** The pinned Node comes first, also for what these programs start by name. */
export function environment(extra = {}) {
  const path = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  return { ...process.env, ...QUIET, [path]: `${dirname(node)}${delimiter}${process.env[path] ?? ''}`, ...extra }
}

/** Runs to the end with the output on the screen; answers the exit code. */
export function run([file, ...args], options = {}) {
  const shell = process.platform === 'win32' && !file.endsWith('.exe')
  const { status, error } = spawnSync(file, args, {
    cwd: root,
    stdio: 'inherit',
    shell,
    env: environment(),
    ...options,
  })
  if (error) console.error(error.message)
  return status ?? 1
}

/** A failure ends this process with its code. */
export function must(what, commandLine, options = {}) {
  const status = run(commandLine, options)
  if (status === 0) return
  console.error(`${what} failed.`)
  process.exit(status)
}

/** Becomes the program as far as one can: its output, its signals, its exit code. */
export function become(args, env = {}) {
  const child = spawn(node, args, { cwd: root, stdio: 'inherit', env: environment(env) })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWithParent(child)
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}

/** npm does not pass every signal on; when it is gone, what it started stops as well. */
function stopWithParent(child) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    child.kill('SIGTERM')
  }, 1_000)
  timer.unref()
}
