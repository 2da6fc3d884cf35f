import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { sendMessage } from './events/send-message'
import { createTestActor, define, startTestApp, type TestApp } from './testing/test-app'
import { clientOf, type TestClient } from './testing/worker'

let db: TestDatabase
let actor: Actor
let app: TestApp
let client: TestClient

beforeAll(async () => {
  db = await createTestDatabase()
  actor = await createTestActor(db)
  app = startTestApp(db)
  client = clientOf(app, actor)
})
afterAll(async () => {
  await app.stop()
  await db.drop()
})

const suspend = (since: Date | null) =>
  db.pool.query('update namespaces set suspended_at = $2 where id = $1', [actor.namespaceId, since])
const refOf = (ref: string) => ({ name: ref, taskReferenceName: ref })
const script = { evaluatorType: 'javascript', expression: `'done'` }
const STEPS = [
  { ...refOf('by_a_worker'), type: 'SIMPLE' },
  { ...refOf('by_us'), type: 'INLINE', inputParameters: script },
]
const lapse = (id: string) => db.pool.query('update tasks set lease_until = 1 where execution_id = $1', [id])

it('89: what is suspended does not take its next step by itself, and goes on when it is resumed', async () => {
  await define(db, actor, { name: 'abused', tasks: STEPS })
  const id = await client.start({ name: 'abused' })
  const polled = await client.poll('by_a_worker')
  await suspend(new Date())
  await vi.waitFor(async () => expect(await app.suspensions.has(actor.namespaceId)).toBe(true), 20_000)
  const stopped = ['by_a_worker#0:COMPLETED', 'by_us#0:IN_PROGRESS']
  await client.answer(polled)
  expect((await client.look(id)).tasks).toEqual(stopped)

  // Its lease asks for it again, in vain.
  const leases = async () =>
    (await db.pool.query(`select from tasks where execution_id = $1 and ref = 'by_us' and lease_until > 1`, [id]))
      .rowCount
  await lapse(id)
  await vi.waitFor(async () => expect(await leases()).toBe(1), 20_000)
  expect((await client.look(id)).tasks).toEqual(stopped)

  await suspend(null)
  await vi.waitFor(async () => expect(await app.suspensions.has(actor.namespaceId)).toBe(false), 20_000)
  await lapse(id)
  await client.reaches(id, 'COMPLETED')
})

it('89: its messages wait until it is resumed, those of others do not', async () => {
  const other = await createTestActor(db)
  const attempts = async ({ namespaceId }: Actor) =>
    (await db.pool.query('select attempts from event_messages where namespace_id = $1', [namespaceId])).rows
  await suspend(new Date())
  for (const sender of [actor, other]) await sendMessage(app, sender, { event: 'conductor:a', payload: {} })
  await vi.waitFor(async () => expect(await attempts(other)).toEqual([{ attempts: 1 }]), 20_000)
  expect(await attempts(actor)).toEqual([{ attempts: 0 }])
  await suspend(null)
  await vi.waitFor(async () => expect(await attempts(actor)).toEqual([{ attempts: 1 }]), 20_000)
})
