import { expect, test } from 'vitest'
import { asNamespaceId } from '@/server/model/ids'
import { createRequestRate } from './request-rate'

const [one, other] = [asNamespaceId(1), asNamespaceId(2)]

test('ten minutes’ worth at once, then a steady rate, for each namespace on its own', () => {
  let now = 0
  const rate = createRequestRate(60, () => now)
  for (let i = 0; i < 600; i += 1) rate.spend(one, 'poll')
  expect(() => rate.spend(one, 'poll')).toThrow('60 requests per minute')
  expect(() => rate.spend(other, 'poll')).not.toThrow()
  expect(() => rate.spend(one, 'updateTask')).not.toThrow()
  now += 1_000
  expect(() => rate.spend(one, 'poll')).not.toThrow()
  expect(() => rate.spend(one, 'poll')).toThrow()
})

test('nothing is counted where there is no quota', () => {
  const rate = createRequestRate(null)
  for (let i = 0; i < 10_000; i += 1) rate.spend(one, 'poll')
})
