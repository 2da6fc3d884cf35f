import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from './free-port'

/** The built server as one process that can be killed; port and data outlive it. */
export interface CrashServer {
  readonly origin: string
  /** Answers the milliseconds until the server said that it is ready. */
  start(): Promise<number>
  kill(): Promise<void>
  stop(): Promise<void>
}

export async function createCrashServer(): Promise<CrashServer> {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  const dataFolder = mkdtempSync(join(tmpdir(), 'playground-crash-'))
  // Under root PostgreSQL is another user, who has to enter the folder.
  chmodSync(dataFolder, 0o755)
  const port = await freePort()
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    PORT: String(port),
    PLAYGROUND_DATA: dataFolder,
    PLAYGROUND_OPEN_NAMESPACE: 'crash',
    LOG_LEVEL: 'error',
  }
  let child: ChildProcess | null = null
  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    if (ending === null) return
    const ended = new Promise<void>((resolve) => void ending.once('exit', () => resolve()))
    ending.kill(signal)
    await ended
    child = null
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    async start() {
      const begun = performance.now()
      const started = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
      child = started
      await new Promise<void>((resolve, reject) => {
        createInterface({ input: started.stdout }).on('line', (line) => line.includes(' is ready at ') && resolve())
        started.once('exit', (code) => reject(new Error(`The server ended with code ${code} before it was ready.`)))
      })
      return performance.now() - begun
    },
    kill: () => end('SIGKILL'),
    async stop() {
      await end('SIGTERM')
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
