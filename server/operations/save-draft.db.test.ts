import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createGuest } from '@/server/auth/create-guest'
import type { Actor } from '@/server/model/actor'
import { tenantOf } from '@/server/platform/tenant'
import { getDraft } from '@/server/queries/get-draft'
import { listDrafts } from '@/server/queries/list-drafts'
import { type SaveDraftRequest, saveDraft } from './save-draft'
import { settleDraft } from './settle-draft'
import { openTestApp } from './testing/open-test-app'
import { createTestActor } from './testing/test-app'

const { db, app } = await openTestApp()

/** Somebody who is a member of a namespace of their own, or of the given one. */
async function member(of?: Actor): Promise<Actor> {
  const actor = of ?? (await createTestActor(db))
  const userId = await createGuest(app.prisma, null)
  await app.prisma.membership.create({ data: { namespaceId: actor.namespaceId, userId, role: 'editor' } })
  return { ...actor, id: userId, name: `guest-${userId}` }
}

const draft = (given: Partial<SaveDraftRequest> = {}): SaveDraftRequest => ({
  id: randomUUID(),
  name: 'flow',
  version: 1,
  baseUpdatedAt: 5,
  text: '{"name":"flow"}',
  revision: 0,
  ...given,
})
const read = (actor: Actor, id: string) => getDraft(tenantOf(db, actor.namespaceId), actor.id, { id })

describe('a draft', () => {
  test('is kept as it was typed, counted, and found by its version', async () => {
    const actor = await member()
    const first = draft({ text: '{ not json yet' })
    expect(await saveDraft(app, actor, first)).toMatchObject({ outcome: 'saved', revision: 1 })
    expect(await saveDraft(app, actor, { ...first, text: '{}', revision: 1 })).toMatchObject({ revision: 2 })
    const tenant = tenantOf(db, actor.namespaceId)
    const found = await getDraft(tenant, actor.id, { name: 'flow', version: 1 })
    expect(found).toMatchObject({ id: first.id, text: '{}', revision: 2, baseUpdatedAt: 5 })
    expect(await getDraft(tenant, actor.id, { name: 'flow', version: 2 })).toBeNull()
  })

  test('is not overwritten by a tab that has not seen the last save', async () => {
    const actor = await member()
    const one = draft({ text: 'one' })
    await saveDraft(app, actor, one)
    await saveDraft(app, actor, { ...one, text: 'two', revision: 1 })
    const late = await saveDraft(app, actor, { ...one, text: 'late', revision: 1 })
    expect(late).toMatchObject({ outcome: 'conflict', theirs: { text: 'two', revision: 2 } })
    const otherTab = await saveDraft(app, actor, draft({ text: 'from another tab' }))
    expect(otherTab).toMatchObject({ outcome: 'conflict', theirs: { id: one.id, text: 'two' } })
    expect(await read(actor, one.id)).toMatchObject({ text: 'two' })
  })

  test('of two tabs that begin at once one is kept and the other is told', async () => {
    const actor = await member()
    const both = await Promise.all(['a', 'b'].map((text) => saveDraft(app, actor, draft({ text }))))
    expect(both.map((each) => each.outcome).sort()).toEqual(['conflict', 'saved'])
  })

  test('moves with what it is a draft of, and begins anew when it is gone', async () => {
    const actor = await member()
    const fresh = draft({ name: null, version: null })
    await saveDraft(app, actor, fresh)
    await saveDraft(app, actor, { ...fresh, name: 'named', version: 1, revision: 1 })
    expect(await listDrafts(tenantOf(db, actor.namespaceId), actor.id, 'named')).toHaveLength(1)
    await settleDraft(app, actor, { id: fresh.id, published: null })
    expect(await read(actor, fresh.id)).toBeNull()
    expect(await saveDraft(app, actor, { ...fresh, revision: 2 })).toMatchObject({ outcome: 'saved', revision: 3 })
  })

  test('is its author’s alone, and goes with the membership', async () => {
    const actor = await member()
    const colleague = await member(actor)
    const mine = draft()
    await saveDraft(app, actor, mine)
    expect(await read(colleague, mine.id)).toBeNull()
    expect(await saveDraft(app, colleague, draft({ text: 'theirs' }))).toMatchObject({ outcome: 'saved' })
    await saveDraft(app, colleague, { ...mine, name: 'x', text: 'not yours', revision: 1 })
    await settleDraft(app, colleague, { id: mine.id, published: null })
    expect(await read(actor, mine.id)).toMatchObject({ text: mine.text, revision: 1 })
    await app.prisma.membership.deleteMany({ where: { namespaceId: actor.namespaceId, userId: actor.id } })
    expect(await read(actor, mine.id)).toBeNull()
  })

  test('is for editors, and only so many are kept', async () => {
    const actor = await member()
    await expect(saveDraft(app, { ...actor, role: 'viewer' }, draft())).rejects.toThrow('editor')
    const small = { ...app, quotas: { ...app.quotas, drafts: 1 } }
    const first = draft({ name: null, version: null })
    await saveDraft(small, actor, first)
    await expect(saveDraft(small, actor, draft())).rejects.toThrow('limit drafts')
    expect(await saveDraft(small, actor, { ...first, revision: 1 })).toMatchObject({ outcome: 'saved' })
  })

  test('of a new workflow is listed by the name that its text gives', async () => {
    const actor = await member()
    await saveDraft(app, actor, draft({ name: null, version: null, text: '{ "name" : "to_be", "tasks": [' }))
    const lines = await listDrafts(tenantOf(db, actor.namespaceId), actor.id, null)
    expect(lines).toMatchObject([{ name: null, version: null, title: 'to_be' }])
  })
})
