import { expect, test } from 'vitest'
import { createBatches } from './batches'

test('what comes while a request is under way goes with the next one, keys apart', async () => {
  const sent: [string, readonly number[]][] = []
  const publish = createBatches<number>(async (key, items) => {
    sent.push([key, items])
  }, 3)
  await Promise.all([1, 2, 3, 4, 5].map((n) => publish('a', n)).concat(publish('b', 9)))
  expect(sent).toEqual([
    ['a', [1, 2, 3]],
    ['b', [9]],
    ['a', [4, 5]],
  ])
  await publish('a', 6)
  expect(sent.at(-1)).toEqual(['a', [6]])
})

test('a bad item fails alone', async () => {
  const publish = createBatches<number>(async (_key, items) => {
    if (items.includes(2)) throw new Error('two')
  }, 10)
  const results = await Promise.allSettled([1, 2, 3].map((n) => publish('a', n)))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})
