import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { tenantOf } from '@/server/platform/tenant'
import { listNotes } from '@/server/queries/list-notes'
import { listSavedInputs } from '@/server/queries/list-saved-inputs'
import { removeInput, saveInput } from './save-input'
import { removeNote, type SaveNoteRequest, saveNote } from './save-note'
import { settleDraft } from './settle-draft'
import { openTestApp } from './testing/open-test-app'
import { createTestActor } from './testing/test-app'

const { db, app } = await openTestApp()

const note = (given: Partial<SaveNoteRequest> = {}): SaveNoteRequest => ({
  id: randomUUID(),
  subject: 'flow',
  ref: 'charge_ref',
  text: 'ask Ann',
  x: 10,
  y: -20,
  ...given,
})

describe('notes', () => {
  test('are kept with who wrote them, changed and removed', async () => {
    const actor = await createTestActor(db)
    const tenant = tenantOf(db, actor.namespaceId)
    const first = note()
    await saveNote(app, actor, first)
    await saveNote(app, actor, { ...first, text: 'ask Ben', x: 30 })
    expect(await listNotes(tenant, 'flow')).toMatchObject([
      { id: first.id, ref: 'charge_ref', text: 'ask Ben', x: 30, y: -20, updatedBy: 'tester' },
    ])
    await removeNote(app, actor, first)
    await removeNote(app, actor, first)
    expect(await listNotes(tenant, 'flow')).toEqual([])
  })

  test('of another namespace or another workflow are out of reach', async () => {
    const [actor, stranger] = [await createTestActor(db), await createTestActor(db)]
    const mine = note()
    await saveNote(app, actor, mine)
    await saveNote(app, stranger, { ...mine, text: 'x' })
    await expect(saveNote(app, actor, { ...mine, subject: 'other' })).rejects.toThrow('no note')
    await removeNote(app, stranger, mine)
    expect(await listNotes(tenantOf(db, actor.namespaceId), 'flow')).toMatchObject([{ text: 'ask Ann' }])
  })

  test('of a workflow without a name follow it to its name, or go with its draft', async () => {
    const actor = await createTestActor(db)
    const tenant = tenantOf(db, actor.namespaceId)
    const [kept, dropped] = [randomUUID(), randomUUID()]
    await saveNote(app, actor, note({ subject: `draft:${kept}` }))
    await saveNote(app, actor, note({ subject: `draft:${dropped}` }))
    await settleDraft(app, actor, { id: kept, published: 'named' })
    await settleDraft(app, actor, { id: dropped, published: null })
    expect(await listNotes(tenant, 'named')).toHaveLength(1)
    expect(await listNotes(tenant, `draft:${dropped}`)).toEqual([])
  })

  test('are for editors, and only so many', async () => {
    const actor = await createTestActor(db)
    await expect(saveNote(app, { ...actor, role: 'viewer' }, note())).rejects.toThrow('editor')
    const small = { ...app, quotas: { ...app.quotas, notes: 1 } }
    const first = note()
    await saveNote(small, actor, first)
    await saveNote(small, actor, { ...first, text: 'again' })
    await expect(saveNote(small, actor, note())).rejects.toThrow('limit notes')
  })
})

describe('saved inputs', () => {
  test('are listed by name, replaced by the same name, and removed', async () => {
    const actor = await createTestActor(db)
    const tenant = tenantOf(db, actor.namespaceId)
    await saveInput(app, actor, { workflow: 'flow', name: 'large', input: { amount: 9 } })
    await saveInput(app, actor, { workflow: 'flow', name: 'broken', input: {} })
    await saveInput(app, actor, { workflow: 'flow', name: 'large', input: { amount: 10 } })
    expect(await listSavedInputs(tenant, 'flow')).toMatchObject([
      { name: 'broken' },
      { name: 'large', input: { amount: 10 }, updatedBy: 'tester' },
    ])
    await removeInput(app, actor, { workflow: 'flow', name: 'broken' })
    await expect(removeInput(app, actor, { workflow: 'flow', name: 'broken' })).rejects.toThrow('no saved input')
    const stranger = await createTestActor(db)
    expect(await listSavedInputs(tenantOf(db, stranger.namespaceId), 'flow')).toEqual([])
  })

  test('are for editors, bounded in size and number', async () => {
    const actor = await createTestActor(db)
    const one = { workflow: 'flow', name: 'one', input: { text: 'x'.repeat(50) } }
    await expect(saveInput(app, { ...actor, role: 'viewer' }, one)).rejects.toThrow('editor')
    const small = {
      ...app,
      quotas: { ...app.quotas, savedInputs: 1 },
      limits: { ...app.limits, taskInputBytes: 40 },
    }
    await expect(saveInput(small, actor, one)).rejects.toThrow('limit taskInputBytes')
    await saveInput(small, actor, { ...one, input: {} })
    await expect(saveInput(small, actor, { ...one, name: 'two', input: {} })).rejects.toThrow('limit savedInputs')
  })
})
