import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '@/server/platform/project-root'

/** A broker's own server, on ports and in a folder of its own; only what was started here is ever stopped. */
export interface RunningServer {
  readonly port: number
  stop(): Promise<void>
}

export interface ServerCommand {
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly folder: string
  readonly port: number
  afterStop?(): void
}

const START_MS = 90_000

export async function startServer({
  program,
  args,
  env,
  folder,
  port,
  afterStop,
}: ServerCommand): Promise<RunningServer> {
  const child = spawn(program, args, {
    cwd: folder,
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin`, HOME: folder, ...env },
  })
  const exited = once(child, 'exit')
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
      process.kill(-child.pid, 'SIGKILL')
    await exited
    afterStop?.()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  try {
    await Promise.race([answers(port), exited.then(() => Promise.reject(new Error(`${program} ended at once`)))])
  } catch (error) {
    await stop()
    throw error
  }
  return { port, stop }
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + START_MS
  while (!(await canConnect(port))) {
    if (Date.now() > deadline) throw new Error(`Nothing listens on port ${port} after ${START_MS} ms.`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

export const serverFolder = (name: string): string => mkdtempSync(join(tmpdir(), `playground-${name}-`))

const PLACES = [
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/usr/lib/rabbitmq/bin',
  '/opt/homebrew/bin',
]

/** Null: it is not installed here. */
export function installed(program: string): string | null {
  const places = [...(process.env.PATH ?? '').split(':'), ...PLACES]
  return places.map((place) => join(place, program)).find((path) => existsSync(path)) ?? null
}

/** For the last lines of a test run: which brokers were really used. */
export function noteBroker(name: string, note: string): void {
  const folder = join(projectRoot(), 'test-results', 'brokers')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.txt`), note)
  process.stdout.write(`${name}: ${note}\n`)
}
