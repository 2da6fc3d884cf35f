import { loadExtensions } from '@/server/executors/extensions/load-extensions'
import { createOwnCalls } from '@/server/http/create-own-calls'
import { createFrontServer } from '@/server/http/front-server'
import { closeServer, drain, listen } from '@/server/http/listen'
import { createPages } from '@/server/http/pages'
import { createApp } from '@/server/operations/app'
import { takenNames } from '@/server/operations/extensions'
import { refreshSamples } from '@/server/operations/refresh-samples'
import { readEnv } from '@/server/platform/env'
import { createLogger } from '@/server/platform/logger'
import { createShutdown, type Shutdown, stopOnSignals } from '@/server/platform/shutdown'
import { StartupError } from '@/server/platform/startup-error'
import { openStorage } from '@/server/platform/storage'
import { createRest } from '@/server/rest/app'
import { startRunner } from '@/server/runner/start-runner'

/** How long quick requests on open connections are still answered; polls and live pages wait until they are released. */
const QUICK_MS = 2_000
/** How long answers under way may take once everything that they could wait for has been released. */
const DRAIN_MS = 2_000

async function start(shutdown: Shutdown): Promise<string> {
  const env = readEnv(process.env)
  const logger = createLogger(env.logLevel)
  const loaded = await loadExtensions(env.extensions, takenNames)
  const { db, prisma } = await openStorage(env, shutdown)
  // Next's bundle has its own copy of every module: the environment is all that it shares with us.
  const shared = { DATABASE_URL: db.url, NEXTAUTH_URL: env.publicUrl, NEXTAUTH_SECRET: env.secret }
  Object.assign(process.env, shared, { NEXT_TELEMETRY_DISABLED: '1' })

  const app = createApp({ env, db, prisma, logger, loaded })
  await refreshSamples(app)
  const isDev = process.env.NODE_ENV === 'development'
  const pages = await createPages(isDev)
  const fronts = { rest: createRest(app), own: createOwnCalls(app), pages }
  const server = createFrontServer({
    ...fronts,
    logger,
    isDev,
    trustProxy: env.trustProxy,
    isSecure: env.publicUrl.startsWith('https:'),
  })
  shutdown.register('pages', () => pages.close())
  shutdown.register('answers under way', () => closeServer(server, DRAIN_MS))
  shutdown.register('engine', () => app.close())
  shutdown.register('quick requests', () => drain(server, QUICK_MS))
  const runner = startRunner(app)
  shutdown.register('loops', () => runner.stop())
  const port = await listen(server, env.port, env.host)
  shutdown.register('new connections', () => void server.close())
  return env.port === port ? env.publicUrl : `http://localhost:${port}`
}

async function main(): Promise<void> {
  const shutdown = createShutdown()
  stopOnSignals(shutdown)
  try {
    const address = await start(shutdown)
    process.stdout.write(`Conductor Playground is ready at ${address}\n`)
  } catch (error) {
    const isKnown = error instanceof StartupError
    process.stderr.write(`${isKnown ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    await shutdown.run()
    process.exit(1)
  }
}

main()
