import { expect, test } from 'vitest'
import { asNamespaceId } from '@/server/model/ids'
import { createTurns } from './turns'

const [one, other] = [asNamespaceId(1), asNamespaceId(2)]

test('so much at a time for each namespace, in the order of arrival; failures give their place back', async () => {
  const turns = createTurns(2)
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const work = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      begun.push(name)
      ends.set(name, (error) => (error ? reject(error) : resolve(name)))
    })
  const results = ['a', 'b', 'c', 'd'].map((name) => turns(one, work(name)))
  const elsewhere = turns(other, work('x'))
  await Promise.resolve()
  expect(begun).toEqual(['a', 'b', 'x'])
  ends.get('b')?.(new Error('broken'))
  await expect(results[1]).rejects.toThrow('broken')
  ends.get('a')?.()
  expect(await results[0]).toBe('a')
  await expect.poll(() => begun).toEqual(['a', 'b', 'x', 'c', 'd'])
  for (const name of ['c', 'd', 'x']) ends.get(name)?.()
  expect(await Promise.all([results[2], results[3], elsewhere])).toEqual(['c', 'd', 'x'])
})
