import { afterAll, expect, test } from 'vitest'
import { createGuest } from '@/server/auth/create-guest'
import { ensureNamespace } from '@/server/auth/ensure-namespace'
import { someMember } from '@/server/auth/testing/people'
import type { Actor } from '@/server/model/actor'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { forgetGuests } from './forget-guests'
import { removeOldExecutions } from './remove-old-executions'
import { define, startTestApp } from './testing/test-app'
import { clientOf } from './testing/worker'

const database = await createTestDatabase()
const app = startTestApp(database, { PLAYGROUND_PUBLIC: '1' })
afterAll(async () => {
  await app.stop()
  await database.drop()
})

const WORKFLOW = {
  name: 'one',
  version: 1,
  ownerEmail: 'a@example.org',
  tasks: [{ name: 'one', taskReferenceName: 'one_ref', type: 'SIMPLE' }],
} as const

async function someGuest(): Promise<Actor> {
  const id = await createGuest(app.prisma, 7)
  const { id: namespaceId, name } = await ensureNamespace(app.prisma, id)
  return { namespaceId, namespaceName: name, role: 'owner', via: 'session', name: 'guest', id }
}

const expire = (actor: Actor) =>
  app.prisma.user.update({ where: { id: actor.id }, data: { expiresAt: new Date(Date.now() - 1_000) } })

async function countOf(actor: Actor, table: string): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    `select count(*)::int as count from ${table} where namespace_id = $1`,
    [actor.namespaceId],
  )
  return rows[0]?.count ?? 0
}

test('an expired guest goes with the namespace and its executions; others stay', async () => {
  const [gone, stays] = [await someGuest(), await someGuest()]
  for (const actor of [gone, stays]) {
    await define(database, actor, WORKFLOW)
    await clientOf(app, actor).start({ name: 'one' })
  }
  await expire(gone)
  await forgetGuests(app)
  for (const table of ['executions', 'tasks', 'workflow_definitions', 'memberships', 'definition_snapshots']) {
    expect(await countOf(gone, table), table).toBe(0)
    expect(await countOf(stays, table), table).toBe(1)
  }
  expect(await app.prisma.user.count({ where: { id: { in: [gone.id, stays.id] } } })).toBe(1)
})

test('a namespace with other members stays, and the first of them inherits it', async () => {
  const guest = await someGuest()
  const editor = await someMember(app.prisma, guest.namespaceId, 'editor')
  await expire(guest)
  await forgetGuests(app)
  const left = await app.prisma.membership.findMany({ where: { namespaceId: guest.namespaceId } })
  expect(left).toMatchObject([{ userId: editor.id, role: 'owner' }])
})

test('finished executions go after their days, running ones never', async () => {
  const guest = await someGuest()
  await define(database, guest, WORKFLOW)
  const client = clientOf(app, guest)
  const finished = await client.start({ name: 'one' })
  await client.work('one')
  const running = await client.start({ name: 'one' })
  const old = Date.now() - 8 * 86_400_000
  await database.pool.query('update executions set end_time = $2 where id = $1 and end_time > 0', [finished, old])
  await database.pool.query('update executions set create_time = $2 where id = $1', [running, old])
  expect(await removeOldExecutions(app)).toBe(1)
  const { rows } = await database.pool.query('select id from executions where namespace_id = $1', [guest.namespaceId])
  expect(rows).toEqual([{ id: running }])
})
