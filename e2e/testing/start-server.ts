import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string
  readonly database: TestDatabase
  /** As a lost machine would end it. */
  kill(): Promise<void>
  /** Answers the exit code. */
  stop(): Promise<number | null>
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Another build of the server may be tried with E2E_SERVER. */
const ENTRY = process.env.E2E_SERVER ?? join(ROOT, 'dist', 'server', 'main.js')
const READY = /ready at (http:\S+)/

/** The built product as its own process, on a port of its own and on a database of its own, or beside others on theirs. */
export async function startServer(
  env: Readonly<Record<string, string>>,
  shared: TestDatabase | null = null,
): Promise<RunningServer> {
  const database = shared ?? (await createTestDatabase())
  const data = mkdtempSync(join(tmpdir(), 'playground-'))
  const child = spawn(process.execPath, [ENTRY], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      DATABASE_URL: database.url,
      PLAYGROUND_DATA: data,
      NEXTAUTH_SECRET: 'only for tests',
      LOG_LEVEL: 'warn',
      // In Conductor a start is answered when its scripts have run, however long a busy machine takes for them.
      PLAYGROUND_LIMIT_ANSWER_WAIT_MS: '20000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const ready = new Promise<string>((resolve) => {
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const address = READY.exec(output)?.[1]
      if (address !== undefined) resolve(address)
    })
  })
  const failed = exited.then((code) =>
    Promise.reject(new Error(`The server ended with code ${code} before it was ready.`)),
  )
  const url = await Promise.race([ready, failed])
  return {
    url,
    database,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async stop() {
      child.kill('SIGTERM')
      const code = await exited
      if (shared === null) await database.drop()
      rmSync(data, { recursive: true, force: true })
      return code
    },
  }
}
