import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { createGuest } from '@/server/auth/create-guest'
import type { Actor, Role } from '@/server/model/actor'
import { tenantOf } from '@/server/platform/tenant'
import { getLook } from '@/server/queries/get-look'
import { saveLook } from './save-look'
import { settleDraft } from './settle-draft'
import { openTestApp } from './testing/open-test-app'
import { createTestActor } from './testing/test-app'

const { db, app } = await openTestApp()

async function createMember(role: Role = 'editor'): Promise<Actor> {
  const actor = await createTestActor(db)
  const id = await createGuest(app.prisma, null)
  await app.prisma.membership.create({ data: { namespaceId: actor.namespaceId, userId: id, role } })
  return { ...actor, id, role }
}

const lookOf = (actor: Actor, workflow: string) => getLook(tenantOf(db, actor.namespaceId), actor.id, workflow)

test('a look is kept per workflow, also for viewers; one never seen runs the way that was chosen last', async () => {
  const actor = await createMember('viewer')
  expect(await lookOf(actor, 'a')).toEqual({ direction: 'down', folded: null })
  await saveLook(app, actor, { workflow: 'a', direction: 'down', folded: ['loop_ref'] })
  await saveLook(app, actor, { workflow: 'b', direction: 'right', folded: [] })
  expect(await lookOf(actor, 'a')).toEqual({ direction: 'down', folded: ['loop_ref'] })
  expect(await lookOf(actor, 'b')).toEqual({ direction: 'right', folded: [] })
  expect(await lookOf(actor, 'c')).toEqual({ direction: 'right', folded: null })
  await saveLook(app, actor, { workflow: 'b', direction: 'down', folded: null })
  expect(await lookOf(actor, 'b')).toEqual({ direction: 'down', folded: null })
})

test('nobody sees how another one looks, in their own namespace or another', async () => {
  const [ann, ben] = [await createMember(), await createMember()]
  await saveLook(app, ann, { workflow: 'a', direction: 'right', folded: [] })
  expect(await lookOf(ben, 'a')).toEqual({ direction: 'down', folded: null })
  expect(await getLook(tenantOf(db, ann.namespaceId), ben.id, 'a')).toEqual({ direction: 'down', folded: null })
})

test('a workflow without a name takes its look to its name, but never over one that is there', async () => {
  const actor = await createMember()
  const [named, taken, dropped] = [randomUUID(), randomUUID(), randomUUID()]
  for (const id of [named, taken, dropped]) {
    await saveLook(app, actor, { workflow: `draft:${id}`, direction: 'right', folded: ['x'] })
  }
  await saveLook(app, actor, { workflow: 'taken', direction: 'down', folded: null })
  await settleDraft(app, actor, { id: named, published: 'named' })
  await settleDraft(app, actor, { id: taken, published: 'taken' })
  await settleDraft(app, actor, { id: dropped, published: null })
  expect(await lookOf(actor, 'named')).toEqual({ direction: 'right', folded: ['x'] })
  expect(await lookOf(actor, 'taken')).toEqual({ direction: 'down', folded: null })
  const { rows } = await db.pool.query("select from graph_looks where namespace_id = $1 and workflow like 'draft:%'", [
    actor.namespaceId,
  ])
  expect(rows).toEqual([])
})

test('of many workflows those looked at long ago make room', async () => {
  const actor = await createMember()
  const small = { ...app, limits: { ...app.limits, looksKept: 2 } }
  for (const workflow of ['a', 'b', 'c']) await saveLook(small, actor, { workflow, direction: 'down', folded: ['x'] })
  expect(await lookOf(actor, 'a')).toMatchObject({ folded: null })
  expect(await lookOf(actor, 'b')).toMatchObject({ folded: ['x'] })
})
