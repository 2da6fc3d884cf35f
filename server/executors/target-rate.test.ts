import { expect, it } from 'vitest'
import { createTargetRate } from './target-rate'

it('admits so many calls a minute for each key', () => {
  let now = 0
  const rate = createTargetRate(2, () => now)
  expect(['a', 'a', 'a', 'b'].map(rate.admit)).toEqual([true, true, false, true])
  now = 60_000
  expect(['a', 'a', 'a'].map(rate.admit)).toEqual([true, true, false])
})

it('without a limit admits everything', () => {
  const rate = createTargetRate(null)
  expect(Array.from({ length: 1000 }, () => rate.admit('a'))).not.toContain(false)
})
