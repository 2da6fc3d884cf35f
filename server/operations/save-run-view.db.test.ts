import { expect, test } from 'vitest'
import { createGuest } from '@/server/auth/create-guest'
import type { Actor, Role } from '@/server/model/actor'
import { tenantOf } from '@/server/platform/tenant'
import { getRunListLook } from '@/server/queries/get-run-list-look'
import { chooseRunColumns } from './choose-run-columns'
import { removeRunView, saveRunView } from './save-run-view'
import { openTestApp } from './testing/open-test-app'
import { createTestActor } from './testing/test-app'

const { db, app } = await openTestApp()

async function createMember(role: Role = 'editor', beside?: Actor): Promise<Actor> {
  const actor = beside ?? (await createTestActor(db))
  const id = await createGuest(app.prisma, null)
  await app.prisma.membership.create({ data: { namespaceId: actor.namespaceId, userId: id, role } })
  return { ...actor, id, role }
}

const lookOf = (actor: Actor) => getRunListLook(tenantOf(db, actor.namespaceId), actor.id)

test('views are kept under their names in order, also for viewers; the same name again replaces one', async () => {
  const actor = await createMember('viewer')
  expect(await lookOf(actor)).toEqual({ views: [], columns: null })
  await saveRunView(app, actor, { name: 'slow', query: 'sort=duration' })
  await saveRunView(app, actor, { name: 'Failed', query: 'status=FAILED' })
  await saveRunView(app, actor, { name: 'slow', query: 'sort=duration&since=24h' })
  expect((await lookOf(actor)).views).toEqual([
    { name: 'Failed', query: 'status=FAILED' },
    { name: 'slow', query: 'sort=duration&since=24h' },
  ])
  await removeRunView(app, actor, { name: 'slow' })
  expect((await lookOf(actor)).views).toEqual([{ name: 'Failed', query: 'status=FAILED' }])
  await expect(removeRunView(app, actor, { name: 'slow' })).rejects.toThrow('You have no saved view slow.')
})

test('chosen columns stay until the usual ones are wanted again', async () => {
  const actor = await createMember()
  await chooseRunColumns(app, actor, { columns: ['id', 'created'] })
  await chooseRunColumns(app, actor, { columns: ['reason'] })
  expect((await lookOf(actor)).columns).toEqual(['reason'])
  await chooseRunColumns(app, actor, { columns: null })
  expect((await lookOf(actor)).columns).toBeNull()
})

test('a colleague has views of their own, and so has the same person elsewhere', async () => {
  const ann = await createMember()
  const ben = await createMember('editor', ann)
  const elsewhere = await createTestActor(db)
  await app.prisma.membership.create({
    data: { namespaceId: elsewhere.namespaceId, userId: ann.id, role: 'editor' },
  })
  await saveRunView(app, ann, { name: 'mine', query: 'q=ann' })
  await chooseRunColumns(app, ann, { columns: ['id'] })
  expect(await lookOf(ben)).toEqual({ views: [], columns: null })
  expect(await lookOf({ ...elsewhere, id: ann.id })).toEqual({ views: [], columns: null })
  await expect(removeRunView(app, ben, { name: 'mine' })).rejects.toThrow('no saved view')
  await saveRunView(app, ben, { name: 'mine', query: 'q=ben' })
  expect((await lookOf(ann)).views).toEqual([{ name: 'mine', query: 'q=ann' }])
})

test('there is room for so many views, and one that is there can still be changed', async () => {
  const actor = await createMember()
  const small = { ...app, quotas: { ...app.quotas, savedViews: 1 } }
  await saveRunView(small, actor, { name: 'one', query: '' })
  await saveRunView(small, actor, { name: 'one', query: 'q=x' })
  await expect(saveRunView(small, actor, { name: 'two', query: '' })).rejects.toThrow('limit savedViews')
})

test('what a person kept goes when they leave', async () => {
  const actor = await createMember()
  await saveRunView(app, actor, { name: 'one', query: '' })
  await chooseRunColumns(app, actor, { columns: [] })
  const key = { namespaceId: actor.namespaceId, userId: actor.id }
  await app.prisma.membership.delete({ where: { namespaceId_userId: key } })
  expect(await lookOf(actor)).toEqual({ views: [], columns: null })
})
