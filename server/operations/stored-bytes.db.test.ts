import { expect, it } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import { removeOldExecutions } from './remove-old-executions'
import { openTestApp } from './testing/open-test-app'
import { createTestActor, define } from './testing/test-app'
import { clientOf, type TestClient } from './testing/worker'

/** Shares of bytes in the public profile: counted in the transaction that writes them, refused with their name. */
const TEXT = 'x'.repeat(2_000)

const { db, app } = await openTestApp({
  PLAYGROUND_QUOTA_EXECUTION_BYTES: '5000',
  PLAYGROUND_QUOTA_STORED_BYTES: '10000',
})

async function stage(): Promise<{ actor: Actor; client: TestClient }> {
  const actor = await createTestActor(db)
  const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })
  await define(db, actor, { name: 'stored', tasks: ['s_1', 's_2', 's_3'].map(simple) })
  return { actor, client: clientOf(app, actor) }
}

const counted = async ({ namespaceId }: Actor): Promise<number> => {
  const { rows } = await db.pool.query(
    `select amount::int from usage_counters where namespace_id = $1 and kind = 'storedBytes'`,
    [namespaceId],
  )
  return rows[0]?.amount ?? 0
}

it('an execution that would pass its share ends, and says which', async () => {
  const { client, actor } = await stage()
  const id = await client.start({ name: 'stored' })
  await client.work('s_1', { outputData: { TEXT } })
  await client.work('s_2', { outputData: { TEXT } })
  await client.work('s_3', { outputData: { TEXT } })
  const seen = await client.reaches(id, 'FAILED')
  expect(seen.reason).toContain('limit executionBytes')
  const before = await counted(actor)
  expect(before).toBeGreaterThan(4_000)
  expect(before).toBeLessThanOrEqual(7_000)
  await app.store.remove(actor.namespaceId, asWorkflowId(id))
  expect(await counted(actor)).toBe(0)
})

it('a namespace that is full starts nothing; the oldest that finished make room', async () => {
  const { client, actor } = await stage()
  for (let run = 0; run < 5; run++) {
    const id = await client.start({ name: 'stored' })
    for (const type of ['s_1', 's_2']) await client.work(type)
    await client.work('s_3', { outputData: { TEXT } })
    await client.reaches(id, run < 2 ? 'COMPLETED' : (await client.look(id)).status)
    if ((await counted(actor)) > 9_000) break
  }
  expect(await counted(actor)).toBeLessThanOrEqual(12_000)
  await db.pool.query(`update usage_counters set amount = 10000 where namespace_id = $1 and kind = 'storedBytes'`, [
    actor.namespaceId,
  ])
  await expect(client.start({ name: 'stored' })).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' })
  expect(await removeOldExecutions(app)).toBeGreaterThan(0)
  await client.start({ name: 'stored' })
})
