import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { type EventHandler, eventHandlerSchema } from '@/server/model/event-handler'
import type { JsonObject } from '@/server/model/json'
import { createStartRate } from '@/server/operations/start-rate'
import { createTestActor, define, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { clientOf, type TestClient } from '@/server/operations/testing/worker'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { claimMessages, type EventMessage } from '@/server/queue/claim-messages'
import { handleMessage } from './handle-message'
import { receiveMessage } from './receive-message'
import { removeOldMessages } from './remove-old-messages'
import { createEventHandlers } from './save-event-handlers'

/** Messages that come twice, after crashes and between replicas, without the loops that would handle them by themselves. */
let db: TestDatabase
let app: TestApp
let actor: Actor
let client: TestClient

beforeAll(async () => {
  db = await createTestDatabase()
  app = startTestApp(db, { LOG_LEVEL: 'silent', PLAYGROUND_LIMIT_TASK_INPUT_BYTES: '100000' })
  await app.runner.stop()
})
afterAll(async () => {
  await app.stop()
  await db.drop()
})
beforeEach(async () => {
  actor = await createTestActor(db)
  client = clientOf(app, actor)
  await define(db, actor, { name: 'waits', tasks: [{ name: 'w', taskReferenceName: 'w', type: 'WAIT' }] })
})

const send = (event: string, payload: JsonObject, sourceKey: string | null = null) =>
  receiveMessage(app, actor.namespaceId, { event, messageId: 'm', sourceKey, payload })
const handler = (name: string, event: string, more: Partial<EventHandler>) =>
  createEventHandlers(app, actor, [eventHandlerSchema.parse({ name, event, active: true, ...more })])

async function take(leaseMs = 60_000): Promise<EventMessage[]> {
  const taken = await claimMessages(app.store.queue.link, { leaseMs, perNamespace: 20, except: [] })
  return taken.filter(({ namespaceId }) => namespaceId === actor.namespaceId)
}

async function one(): Promise<EventMessage> {
  const [message, ...others] = await take()
  if (!message || others.length > 0) throw new Error(`There should be one message, found ${others.length + 1}.`)
  return message
}

const count = async (what: string): Promise<number> =>
  (await db.pool.query<{ n: number }>(`select count(*)::int as n from ${what}`, [actor.namespaceId])).rows[0]?.n ?? 0
const starts = { actions: [{ action: 'start_workflow', start_workflow: { name: 'waits' } }] } as unknown as EventHandler

describe('a message', () => {
  test('is taken by one replica, and by another when the first one does not come back', async () => {
    await send('e', { a: 1 })
    expect(await take(0)).toMatchObject([{ attempts: 1, payload: { a: 1 } }])
    expect(await take()).toMatchObject([{ attempts: 2 }])
    expect(await take()).toEqual([])
  })

  test('from a broker is taken once, however often it is delivered, for each event and namespace', async () => {
    await Promise.all([send('e', {}, 'offset-1'), send('e', {}, 'offset-1'), send('f', {}, 'offset-1')])
    await receiveMessage(app, (await createTestActor(db)).namespaceId, {
      event: 'e',
      messageId: 'm',
      sourceKey: 'offset-1',
      payload: {},
    })
    expect((await take()).map(({ event }) => event).sort()).toEqual(['e', 'f'])
  })

  test('that is too large is kept as rejected, with the limit', async () => {
    await send('e', { big: 'x'.repeat(app.limits.taskInputBytes) })
    expect(await take()).toEqual([])
    const { rows } = await db.pool.query('select status, note from event_messages where namespace_id = $1', [
      actor.namespaceId,
    ])
    expect(rows).toEqual([{ status: 'REJECTED', note: expect.stringContaining('(limit taskInputBytes)') }])
  })

  test('one namespace’s flood leaves room for the others', async () => {
    await Promise.all(Array.from({ length: 50 }, () => send('e', {})))
    const other = await createTestActor(db)
    await receiveMessage(app, other.namespaceId, { event: 'e', messageId: 'm', sourceKey: null, payload: {} })
    const taken = await claimMessages(app.store.queue.link, { leaseMs: 60_000, perNamespace: 20, except: [] })
    const of = (namespaceId: number) => taken.filter((message) => message.namespaceId === namespaceId).length
    expect([of(actor.namespaceId), of(other.namespaceId)]).toEqual([20, 1])
    const again = await claimMessages(app.store.queue.link, {
      leaseMs: 60_000,
      perNamespace: 20,
      except: [actor.namespaceId],
    })
    expect(again.filter(({ namespaceId }) => namespaceId === actor.namespaceId)).toEqual([])
  })
})

describe('a message that is handled twice', () => {
  test('starts one workflow, though the record of the start was lost', async () => {
    await handler('h', 'e', starts)
    await send('e', {})
    const message = await one()
    await handleMessage(app, message)
    await db.pool.query("update event_executions set status = 'IN_PROGRESS' where message = $1", [message.id])
    await handleMessage(app, { ...message, attempts: 2 })
    expect(await count('executions where namespace_id = $1')).toBe(1)
    const { rows } = await db.pool.query('select status, output from event_executions where message = $1', [message.id])
    expect(rows).toEqual([{ status: 'COMPLETED', output: { workflowId: expect.any(String) } }])
  })

  test('adds to a list once', async () => {
    const update_workflow_variables = { workflowId: '${id}', appendArray: true, variables: { list: '${item}' } }
    await handler('h', 'e', {
      actions: [{ action: 'update_workflow_variables', expandInlineJSON: false, update_workflow_variables }],
    })
    await define(db, actor, {
      name: 'lists',
      variables: { list: [] },
      tasks: [{ name: 'w', taskReferenceName: 'w', type: 'WAIT' }],
    })
    const id = await client.start({ name: 'lists' })
    await send('e', { id, item: 'a' })
    const message = await one()
    await handleMessage(app, message)
    await db.pool.query("update event_executions set status = 'IN_PROGRESS' where message = $1", [message.id])
    await handleMessage(app, { ...message, attempts: 2 })
    const { rows } = await db.pool.query('select variables from executions where id = $1', [id])
    expect(rows).toEqual([{ variables: { list: ['a'] } }])
  })

  test('asks a condition once, and leaves alone what was skipped', async () => {
    await handler('h', 'e', { ...starts, condition: '$.go' })
    await send('e', { go: false })
    const message = await one()
    await handleMessage(app, message)
    await handleMessage(app, { ...message, attempts: 2, payload: { go: true } })
    expect(await count('executions where namespace_id = $1')).toBe(0)
    expect(await count("event_executions where namespace_id = $1 and status = 'SKIPPED'")).toBe(1)
  })
})

describe('a message whose actions cannot be tried now', () => {
  test('comes back after a pause, and in the end says why', async () => {
    await handler('h', 'e', starts)
    await send('e', {})
    const message = await one()
    const refusing = { ...app, startRate: createStartRate({ ...app.quotas, startsPerSecond: 1, startBurst: 0 }) }
    await handleMessage(refusing, message)
    expect(await look(message)).toEqual({ status: 'RECEIVED', again: true, record: 'IN_PROGRESS', output: {} })
    await handleMessage(refusing, { ...message, attempts: 10 })
    expect(await look(message)).toEqual({
      status: 'HANDLED',
      again: false,
      record: 'FAILED',
      output: { exception: expect.stringContaining('limits startsPerSecond and startBurst') },
    })
  })
})

async function look({ id }: EventMessage) {
  const { rows } = await db.pool.query(
    `select m.status, m.due_time is not null as again, x.status as record, x.output
    from event_messages m join event_executions x on x.message = m.id where m.id = $1`,
    [id],
  )
  return rows[0]
}

test('only the newest handled messages are kept, with their records', async () => {
  await handler('h', 'e', { ...starts, condition: 'false' })
  for (let n = 0; n < 5; n += 1) await send('e', { n })
  for (const message of await take()) await handleMessage(app, message)
  await send('e', { n: 'unhandled' })
  await removeOldMessages({ ...app, limits: { ...app.limits, eventMessagesKept: 2 } })
  expect(await count('event_messages where namespace_id = $1')).toBe(3)
  expect(await count('event_executions where namespace_id = $1')).toBe(2)
})
