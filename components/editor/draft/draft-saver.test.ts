import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { createDocumentStore } from '@/components/editor/document-store'
import type { Draft, DraftSaved } from '@/server/model/draft'
import { createDraftSaver, DraftRefused } from './draft-saver'
import { type DraftState, freshDraft } from './draft-state'
import { type CopyStorage, createLocalCopies } from './local-copies'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const BASE = { name: 'flow', version: 3, baseUpdatedAt: 7 }
type Sent = Omit<Draft, 'updatedAt'>

function memory(room = 1_000): CopyStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new Error('no room')
      items.set(key, value)
    },
    removeItem: (key) => void items.delete(key),
    key: (i) => [...items.keys()][i] ?? null,
    get length() {
      return items.size
    },
  }
}

/** An editor with a server of its own; `answer` may be replaced. */
function editing(storage = memory()) {
  const document = createDocumentStore({ text: '{}', definition: { name: 'flow' }, savedText: '{}' })
  const draft = createStore<DraftState>(() => freshDraft(BASE, 'id-1'))
  const copies = createLocalCopies(storage, { owner: 'ns/ann', tab: 't1' })
  const sent: Sent[] = []
  const settled: [string, string | null][] = []
  const server = {
    answer: async (one: Sent): Promise<DraftSaved> => ({ outcome: 'saved', revision: one.revision + 1, updatedAt: 0 }),
  }
  const saver = createDraftSaver({
    document,
    draft,
    copies,
    send: (one) => {
      sent.push(one)
      return server.answer(one)
    },
    settle: async (id, published) => void settled.push([id, published]),
    newId: () => `id-${settled.length + 2}`,
  })
  const type = (text: string) => document.type({ text, problem: null, definition: { name: 'flow' } })
  return { document, draft, copies, sent, settled, server, saver, type, stop: saver.start(), storage }
}

const theirs: Draft = { id: 'other', ...BASE, text: 'theirs', revision: 9, updatedAt: 1 }

describe('saving a draft', () => {
  test('waits for a pause, sends the latest text once and counts revisions', async () => {
    const { type, sent, draft, storage } = editing()
    type('a')
    type('ab')
    expect(draft.getState().status).toBe('pending')
    await vi.advanceTimersByTimeAsync(300)
    expect(storage.items.size).toBe(1)
    await vi.advanceTimersByTimeAsync(800)
    expect(sent).toMatchObject([{ id: 'id-1', name: 'flow', version: 3, baseUpdatedAt: 7, revision: 0, text: 'ab' }])
    expect(draft.getState()).toMatchObject({ status: 'saved', revision: 1 })
    expect(storage.items.size).toBe(0)
    type('abc')
    await vi.advanceTimersByTimeAsync(1_100)
    expect(sent.at(-1)).toMatchObject({ revision: 1, text: 'abc' })
  })

  test('what is typed while a save is under way follows it', async () => {
    const { type, sent, server, draft } = editing()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const { answer } = server
    server.answer = (one) => held.then(() => answer(one))
    type('a')
    await vi.advanceTimersByTimeAsync(1_000)
    type('ab')
    release()
    await vi.advanceTimersByTimeAsync(1_100)
    expect(sent.map((one) => [one.revision, one.text])).toEqual([
      [0, 'a'],
      [1, 'ab'],
    ])
    expect(draft.getState()).toMatchObject({ status: 'saved', revision: 2 })
  })

  test('a server out of reach leaves a copy here and is tried again', async () => {
    const { type, server, draft, copies, sent } = editing()
    const { answer } = server
    server.answer = () => Promise.reject(new Error('Failed to fetch'))
    type('a')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(draft.getState().status).toBe('here')
    expect(copies.newest('flow@3')).toMatchObject({ text: 'a', revision: 0 })
    server.answer = answer
    await vi.advanceTimersByTimeAsync(4_000)
    expect(draft.getState().status).toBe('saved')
    expect(copies.newest('flow@3')).toBeNull()
    expect(sent).toHaveLength(2)
  })

  test('a refusal is said and kept here; without room here it is lost', async () => {
    const { type, server, draft } = editing()
    server.answer = () => Promise.reject(new DraftRefused('limit drafts'))
    type('a')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(draft.getState()).toMatchObject({ status: 'refused', refusal: 'limit drafts' })
    const full = editing(memory(10))
    full.server.answer = () => Promise.reject(new Error('Failed to fetch'))
    full.type('a')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(full.draft.getState().status).toBe('lost')
  })
})

describe('two tabs', () => {
  test('nothing is written until somebody chose; mine follows theirs', async () => {
    const { type, server, draft, sent, saver } = editing()
    const { answer } = server
    server.answer = async () => ({ outcome: 'conflict', theirs })
    type('mine')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(draft.getState()).toMatchObject({ status: 'conflict', theirs: { text: 'theirs' } })
    type('mine, longer')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(1)
    server.answer = answer
    await saver.keepMine()
    expect(sent.at(-1)).toMatchObject({ id: 'other', revision: 9, text: 'mine, longer' })
    expect(draft.getState()).toMatchObject({ status: 'saved', revision: 10 })
  })

  test('the same text twice is no conflict', async () => {
    const { type, server, draft } = editing()
    server.answer = async () => ({ outcome: 'conflict', theirs })
    type('theirs')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(draft.getState()).toMatchObject({ status: 'saved', id: 'other', revision: 9 })
  })
})

describe('the end of a draft', () => {
  test('publishing ends it on the server and here, and the next one is new', async () => {
    const { type, saver, settled, draft, sent, document } = editing()
    type('a')
    await saver.flush()
    document.markSaved('a')
    await saver.published({ name: 'flow', version: 4, baseUpdatedAt: 8 })
    expect(settled).toEqual([['id-1', 'flow']])
    expect(draft.getState()).toMatchObject({ status: 'none', revision: 0, version: 4 })
    expect(draft.getState().id).not.toBe('id-1')
    await vi.advanceTimersByTimeAsync(10_000)
    expect(sent).toHaveLength(1)
  })

  test('what was typed while it was published begins the next one', async () => {
    const { type, saver, draft, sent, document } = editing()
    type('a')
    await saver.flush()
    document.markSaved('a')
    type('ab')
    await saver.published({ name: 'flow', version: 4, baseUpdatedAt: 8 })
    await vi.advanceTimersByTimeAsync(2_000)
    expect(sent.at(-1)).toMatchObject({ version: 4, revision: 0, text: 'ab' })
    expect(draft.getState().status).toBe('saved')
  })

  test('leaving sends what is pending and keeps a copy until it is there', async () => {
    const { type, stop, sent, storage } = editing()
    type('a')
    stop()
    expect(storage.items.size).toBe(1)
    await vi.advanceTimersByTimeAsync(0)
    expect(sent).toMatchObject([{ text: 'a' }])
    expect(storage.items.size).toBe(0)
  })
})

test('copies of other tabs, people and workflows are kept apart', () => {
  const storage = memory()
  const copies = (owner: string, tab: string) => createLocalCopies(storage, { owner, tab })
  const copy = { id: 'x', revision: 1, baseUpdatedAt: null, text: 'old', at: 1 }
  copies('a', 't1').write('flow@1', copy)
  copies('a', 't2').write('flow@1', { ...copy, text: 'new', at: 2 })
  copies('b', 't1').write('flow@1', { ...copy, text: 'of b', at: 3 })
  copies('a', 't1').write('flow@1 more@1', { ...copy, text: 'other', at: 4 })
  storage.setItem('draft a flow@1 broken', '{')
  expect(copies('a', 't3').newest('flow@1')?.text).toBe('new')
  copies('a', 't2').drop('flow@1')
  expect(copies('a', 't3').newest('flow@1')?.text).toBe('old')
  copies('a', 't3').dropAll('flow@1')
  expect(copies('a', 't3').newest('flow@1')).toBeNull()
  expect(copies('b', 't3').newest('flow@1')?.text).toBe('of b')
})
