import { afterAll, expect, test } from 'vitest'
import type { Actor } from '@/server/model/actor'
import type { JsonObject } from '@/server/model/json'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { refreshSamples } from './refresh-samples'
import { seedSamples } from './seed-samples'
import { createTestActor, startTestApp, type TestApp } from './testing/test-app'
import { updateWorkflows } from './update-workflows'

const database = await createTestDatabase()
const app = startTestApp(database)
afterAll(async () => {
  await app.stop()
  await database.drop()
})

const NAME = 'PopulationMinMax'
const TASK = { name: 'one', taskReferenceName: 'one_ref', type: 'SIMPLE' }
const at = (publicUrl: string): Pick<TestApp, 'db' | 'env'> => ({ db: app.db, env: { ...app.env, publicUrl } })

async function bodyOf(actor: Actor, name: string): Promise<JsonObject> {
  const { rows } = await database.pool.query<{ body: JsonObject }>(
    'select body from workflow_definitions where namespace_id = $1 and name = $2',
    [actor.namespaceId, name],
  )
  return rows[0]?.body ?? {}
}

/** The addresses that a namespace's samples name. */
async function addressesOf(actor: Actor): Promise<string[]> {
  const { rows } = await database.pool.query<{ body: string }>(
    'select body::text from workflow_definitions where namespace_id = $1',
    [actor.namespaceId],
  )
  const found = rows.flatMap(({ body }) => [...body.matchAll(/"(https?:[^"]*)\/api\/demo\//g)].map((match) => match[1]))
  return [...new Set(found.map(String))]
}

async function save(actor: Actor, body: JsonObject): Promise<void> {
  await updateWorkflows(app, actor, [workflowDefSchema.parse(body)])
}

test('seeds once, in the name of the samples, and keeps what is there already', async () => {
  const actor = await createTestActor(database)
  await save(actor, { name: NAME, version: 1, ownerEmail: 'me@example.org', tasks: [TASK], description: 'mine' })
  await seedSamples(app, actor)
  await database.pool.query('delete from workflow_definitions where namespace_id = $1 and name = $2', [
    actor.namespaceId,
    'greetings',
  ])
  await seedSamples(app, actor)
  expect(await bodyOf(actor, NAME)).toMatchObject({ description: 'mine' })
  expect(await bodyOf(actor, 'greetings')).toEqual({})
  expect(await bodyOf(actor, 'hello_world')).toMatchObject({ name: 'hello_world' })
})

test('samples follow the address of the server in every namespace, once', async () => {
  const actors = [await createTestActor(database), await createTestActor(database)] as const
  for (const actor of actors) await seedSamples(app, actor)
  expect(await addressesOf(actors[0])).toEqual(['http://localhost:3000'])

  expect(await refreshSamples(at('https://play.example'))).toBeGreaterThan(0)
  for (const actor of actors) expect(await addressesOf(actor)).toEqual(['https://play.example'])
  expect(await refreshSamples(at('https://play.example'))).toBe(0)
})

test('a sample that somebody saved is theirs, whatever it says', async () => {
  const actor = await createTestActor(database)
  await seedSamples(app, actor)
  const edited = { ...(await bodyOf(actor, NAME)), description: 'edited' }
  await save(actor, edited)
  await refreshSamples(at('http://localhost:4000'))
  expect(await bodyOf(actor, NAME)).toEqual(edited)
  expect(await addressesOf(actor)).toEqual(expect.arrayContaining(['http://localhost:3000', 'http://localhost:4000']))
})
