import { expect, test } from 'vitest'
import { asNamespaceId } from '@/server/model/ids'
import { createViewerSlots } from './viewer-slots'

const [ours, theirs] = [asNamespaceId(1), asNamespaceId(2)]

test('each namespace has its own slots, and a slot is given back once', () => {
  const slots = createViewerSlots()
  const leave = slots.take(ours, 2)
  slots.take(ours, 2)
  expect(() => slots.take(ours, 2)).toThrow(/liveViewers/)
  slots.take(theirs, 2)
  leave()
  leave()
  slots.take(ours, 2)
  expect(() => slots.take(ours, 2)).toThrow(/liveViewers/)
})

test('no limit, no refusal', () => {
  const slots = createViewerSlots()
  for (let i = 0; i < 100; i++) slots.take(ours, null)
})
