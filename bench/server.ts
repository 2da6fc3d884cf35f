import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './free-port'

/** The product as `npm start` runs it, with a fresh embedded database of its own. */
export interface BenchServer {
  readonly origin: string
  /** Spent by the server process, without PostgreSQL and the script children. */
  cpuSeconds(): number
  /** Resident memory of the server process. */
  rssBytes(): number
  stop(): Promise<void>
}

const CLOCK_TICKS_PER_SECOND = 100

export async function startServer(): Promise<BenchServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'playground-bench-'))
  // Under root PostgreSQL is another user, who has to enter the folder.
  chmodSync(dataFolder, 0o755)
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: String(port),
    NEXTAUTH_URL: `http://localhost:${port}`,
    PLAYGROUND_DATA: dataFolder,
    PLAYGROUND_OPEN_NAMESPACE: 'bench',
    LOG_LEVEL: 'warn',
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) =>
      line.includes(' is ready at ') ? resolve() : undefined,
    )
    child.on('exit', (code) => reject(new Error(`The server ended with code ${code} before it was ready.`)))
  })
  await ready
  return {
    origin: `http://127.0.0.1:${port}`,
    rssBytes: () => rssOf(serverProcess(child.pid ?? 0)),
    cpuSeconds: () => cpuSecondsOf(serverProcess(child.pid ?? 0)),
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The start script becomes the server by starting it; Linux says who its child is. */
function serverProcess(startScript: number): number {
  const isServer = (pid: number): boolean => statOf(pid)?.parent === startScript
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return pids.find(isServer) ?? startScript
}

function cpuSecondsOf(pid: number): number {
  return (statOf(pid)?.ticks ?? 0) / CLOCK_TICKS_PER_SECOND
}

function rssOf(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

function statOf(pid: number): { parent: number; ticks: number } | null {
  try {
    // The name in parentheses may contain blanks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
  } catch {
    return null
  }
}
