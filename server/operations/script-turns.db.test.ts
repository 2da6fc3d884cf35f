import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createTestActor, define, startTestApp, type TestApp } from './testing/test-app'
import { clientOf, type TestClient } from './testing/worker'

let db: TestDatabase
let app: TestApp
let actor: Actor
let client: TestClient

beforeAll(async () => {
  db = await createTestDatabase()
  app = startTestApp(db)
  actor = await createTestActor(db)
  client = clientOf(app, actor)
})
afterAll(async () => {
  await app.stop()
  await db.drop()
})

const inline = (ref: string, expression: string) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'INLINE',
  inputParameters: { evaluatorType: 'javascript', expression },
})
const noop = (ref: string) => ({ name: ref, taskReferenceName: ref, type: 'NOOP' })
const SLOW = '(() => { let n = 0; for (let i = 0; i < 3e6; i++) n += i; return n })()'

test('scripts of one execution answer in the order asked, however long each of them takes', async () => {
  const forkTasks = [
    [inline('slow', SLOW), noop('after_slow')],
    [inline('quick', '1'), noop('after_quick')],
    [inline('third', '2'), noop('after_third')],
  ]
  await define(db, actor, {
    name: 'turns',
    tasks: [
      { name: 'fork', taskReferenceName: 'fork', type: 'FORK_JOIN', forkTasks },
      { name: 'join', taskReferenceName: 'join', type: 'JOIN', joinOn: ['after_slow', 'after_quick', 'after_third'] },
    ],
  })
  const id = await client.start({ name: 'turns' })
  await expect.poll(async () => (await client.look(id)).status, { timeout: 20_000 }).toBe('COMPLETED')
  const { tasks } = await client.look(id)
  expect(tasks.map((row) => row.split('#')[0])).toEqual([
    'fork',
    'slow',
    'quick',
    'third',
    'join',
    'after_slow',
    'after_quick',
    'after_third',
  ])
})
