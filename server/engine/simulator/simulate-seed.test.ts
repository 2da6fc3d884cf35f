import { describe, expect, it } from 'vitest'
import { simulateSeed } from './simulate-seed'

/** `npm run simulate` tries more, and tells the story of one. */
const SEEDS = 2_000
const PER_TEST = 200

describe('whatever happens in whatever order', () => {
  const groups = Array.from({ length: SEEDS / PER_TEST }, (_, group) => group * PER_TEST + 1)
  it.each(groups)('the invariants hold, and all comes to rest (seeds from %i)', { timeout: 60_000 }, (first) => {
    for (let seed = first; seed < first + PER_TEST; seed += 1) {
      const { failure } = simulateSeed(seed)
      expect(failure, `npm run simulate -- --seed ${seed}`).toBeNull()
    }
  })

  it('a verdict on the output of a paused workflow may be lost, and a late start says nothing', () => {
    for (const seed of [3_208, 3_699]) expect(simulateSeed(seed).failure, `seed ${seed}`).toBeNull()
  })

  it('a seed tells the same story each time', () => {
    for (const seed of [3, 77, 1_001]) expect(simulateSeed(seed).world.log).toEqual(simulateSeed(seed).world.log)
  })
})
