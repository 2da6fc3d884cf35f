import { serve } from '@hono/node-server'
import { openDatabase } from '@/server/platform/database'
import { startEmbeddedDatabase } from '@/server/platform/embedded-database'
import { migrate } from '@/server/platform/migrate'
import { startTestApp } from '@/server/operations/testing/test-app'
import { createRest } from '@/server/rest/app'
const e = process.env.DATABASE_URL ? null : await startEmbeddedDatabase({ dataFolder: '/tmp/data-store', durable: true })
const url = process.env.DATABASE_URL ?? e!.url
await migrate(url)
const db = openDatabase(url)
const app = startTestApp(db, { PLAYGROUND_OPEN_NAMESPACE: 'bench' })
const h = createRest(app)
serve({ fetch: h.fetch, overrideGlobalObjects: false, port: Number(process.env.PORT ?? 4104) }, () => console.log('ready'))
process.on('SIGTERM', async () => { await app.stop(); await db.close(); await e?.stop(); process.exit(0) })
