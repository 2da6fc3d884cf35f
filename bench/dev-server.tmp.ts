import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { openDatabase } from '@/server/platform/database'
import { startEmbeddedDatabase } from '@/server/platform/embedded-database'
import { migrate } from '@/server/platform/migrate'
import { startTestApp, createTestActor, define, defineTask } from '@/server/operations/testing/test-app'
import { startWorkflow } from '@/server/operations/start-workflow'
import { pollTasks } from '@/server/operations/poll-tasks'
import { updateTask } from '@/server/operations/update-task'
import { updateTaskV2 } from '@/server/operations/update-task-v2'
import { toWireTask } from '@/server/model/wire-task'
import { startWorkflowRequestSchema, taskResultSchema } from '@/server/model/requests'
const e = process.env.DATABASE_URL ? null : await startEmbeddedDatabase({ dataFolder: '/tmp/data-store', durable: true })
const url = process.env.DATABASE_URL ?? e!.url
await migrate(url)
const db = openDatabase(url)
const app = startTestApp(db)
const actor = await createTestActor(db)
const h = new Hono()
h.post('/api/metadata/taskdefs', async (c) => { for (const d of await c.req.json()) await defineTask(db, actor, d); return c.body(null, 200) })
h.put('/api/metadata/workflow', async (c) => { for (const d of await c.req.json()) await define(db, actor, d); return c.body(null, 200) })
h.post('/api/workflow', async (c) => c.text(await startWorkflow(app, actor, startWorkflowRequestSchema.parse(await c.req.json()))))
h.get('/api/tasks/poll/batch/:t', async (c) => { const q = c.req.query(); const tasks = await pollTasks(app, actor, { taskType: c.req.param('t'), workerId: q.workerid ?? null, domain: null, count: Number(q.count ?? 1), timeoutMs: Number(q.timeout ?? 100), signal: c.req.raw.signal }); return c.json(tasks.map((t) => toWireTask(t.task, t.owner, t.taskDef))) })
h.post('/api/tasks', async (c) => c.text(await updateTask(app, actor, taskResultSchema.parse(await c.req.json()))))
h.post('/api/tasks/update-v2', async (c) => { const t = await updateTaskV2(app, actor, taskResultSchema.parse(await c.req.json())); return t ? c.json(toWireTask(t.task, t.owner, t.taskDef)) : c.body(null, 204) })
h.get('/api/workflow/:id/status', async (c) => c.json((await db.pool.query('select status from executions where id=$1', [c.req.param('id')])).rows[0]))
h.onError((err, c) => { console.error(err); return c.text(String(err), 500) })
serve({ fetch: h.fetch, port: Number(process.env.PORT ?? 4104) }, () => console.log('ready', actor.namespaceId))
process.on('SIGTERM', async () => { await app.stop(); await db.close(); await e?.stop(); process.exit(0) })
