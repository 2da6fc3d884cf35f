import { Hono } from 'hono'
import { createFrontServer } from '@/server/http/front-server'
import { closeServer, listen } from '@/server/http/listen'
import { createPages } from '@/server/http/pages'
import { readEnv } from '@/server/platform/env'
import { createLogger } from '@/server/platform/logger'
import { createShutdown, stopOnSignals } from '@/server/platform/shutdown'
import { StartupError } from '@/server/platform/startup-error'
import { openStorage } from '@/server/platform/storage'

const DRAIN_MS = 2_000

async function main(): Promise<void> {
  const env = readEnv(process.env)
  const logger = createLogger(env.logLevel)
  const shutdown = createShutdown(logger)
  stopOnSignals(shutdown)
  try {
    const storage = await openStorage(env, shutdown)
    process.env.NEXT_TELEMETRY_DISABLED = '1'
    // Next's bundle has its own copy of every module: the environment is all that it shares with us.
    Object.assign(process.env, {
      DATABASE_URL: storage.db.url,
      NEXTAUTH_URL: env.publicUrl,
      NEXTAUTH_SECRET: env.secret,
    })
    const hono = new Hono()
    const isDev = process.env.NODE_ENV === 'development'
    const pages = await createPages(isDev)
    shutdown.register('pages', () => pages.close())
    const server = createFrontServer({ hono, pages, logger, isDev, trustProxy: env.trustProxy })
    const port = await listen(server, env.port, env.host)
    shutdown.register('server', () => closeServer(server, DRAIN_MS))
    process.stdout.write(`Conductor Playground is ready at http://localhost:${port}\n`)
  } catch (error) {
    await shutdown.run()
    throw error
  }
}

main().catch((error: unknown) => {
  const text = error instanceof StartupError ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${text}\n`)
  process.exit(1)
})
