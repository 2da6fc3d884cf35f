import { describe, expect, it } from 'vitest'
import { simulateSeed } from './simulate-seed'

/** `npm run simulate` tries more, and tells the story of one. */
const SEEDS = 2_000
const PER_TEST = 200

const EVENTS = [
  'a place for',
  'mail child-reopened',
  'mail circle-found',
  'mail follow',
  'mail retry',
  'check-input',
  'check-output',
  'jump',
  'upgrade',
  'remove',
  'update',
  'admit',
  'crash',
]

describe('whatever happens in whatever order', () => {
  const groups = Array.from({ length: SEEDS / PER_TEST }, (_, group) => group * PER_TEST + 1)
  it.each(groups)('the invariants hold, and all comes to rest (seeds from %i)', { timeout: 60_000 }, (first) => {
    for (let seed = first; seed < first + PER_TEST; seed += 1) {
      const { failure } = simulateSeed(seed)
      expect(failure, `npm run simulate -- --seed ${seed}`).toBeNull()
    }
  })

  it('the stories tell of everything that there is to tell', { timeout: 60_000 }, () => {
    const seeds = Array.from({ length: 400 }, (_, i) => i + 1)
    const told = seeds.flatMap((seed) => simulateSeed(seed).world.log).join('\n')
    expect(EVENTS.filter((event) => !told.includes(` ${event}`))).toEqual([])
  })

  it('a seed tells the same story each time', () => {
    for (const seed of [3, 77, 1_001]) expect(simulateSeed(seed).world.log).toEqual(simulateSeed(seed).world.log)
  })
})
