import { expect, it } from 'vitest'
import { createFairQueue } from './fair-queue'

const any = () => true

it('serves groups in turn and each in order', () => {
  const queue = createFairQueue<string>()
  for (const item of ['a1', 'a2', 'a3']) queue.push('a', item)
  for (const item of ['b1', 'b2']) queue.push('b', item)
  expect(Array.from({ length: 6 }, () => queue.take(any))).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', undefined])
})

it('passes over groups that are not admitted, without losing their turn', () => {
  const queue = createFairQueue<string>()
  queue.push('a', 'a1')
  queue.push('b', 'b1')
  expect(queue.take((group) => group !== 'a')).toBe('b1')
  expect(queue.take((group) => group !== 'a')).toBeUndefined()
  expect(queue.take(any)).toBe('a1')
})

it('stays linear with many items and can be emptied', () => {
  const queue = createFairQueue<number>()
  for (let item = 0; item < 5000; item++) queue.push('a', item)
  for (let item = 0; item < 4000; item++) queue.take(any)
  expect(queue.drain()).toHaveLength(1000)
  expect(queue.take(any)).toBeUndefined()
})
