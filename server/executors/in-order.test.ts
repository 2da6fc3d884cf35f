import { expect, test } from 'vitest'
import { createInOrder } from './in-order'

test('what ends sooner is told after what was asked for before it, a failure too', async () => {
  const inOrder = createInOrder<string>()
  const told: string[] = []
  const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
  const begun: string[] = []
  const ask = (owner: string, name: string, work: Promise<string>) =>
    inOrder(owner, () => {
      begun.push(name)
      return work
    }).then(
      () => told.push(name),
      () => told.push(`${name} failed`),
    )
  const all = [
    ask('run', 'first', first.promise),
    ask('run', 'second', second.promise),
    ask('run', 'third', Promise.resolve('3')),
    ask('other', 'stranger', Promise.resolve('4')),
  ]
  expect(begun).toEqual(['first', 'second', 'third', 'stranger'])
  await all[3]
  expect(told).toEqual(['stranger'])
  second.resolve('2')
  first.reject(new Error('no'))
  await Promise.all(all)
  expect(told).toEqual(['stranger', 'first failed', 'second', 'third'])
  await ask('run', 'later', Promise.resolve('5'))
  expect(told.at(-1)).toBe('later')
})
