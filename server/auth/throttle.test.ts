import { expect, test } from 'vitest'
import { createThrottle } from './throttle'

test('each key has its own attempts, and gets them back when the window ends', () => {
  let now = 1_000
  const throttle = createThrottle({ what: 'sign-ups', attempts: 2, windowMs: 60_000, now: () => now })
  throttle.spend('a')
  throttle.spend('a')
  expect(() => throttle.spend('a')).toThrow('Too many sign-ups; try again in 60 s.')
  throttle.spend('b')
  now += 60_000
  throttle.spend('a')
})

test('a flood of keys does not grow without bound and does not free the newest', () => {
  const throttle = createThrottle({ what: 'attempts', attempts: 1, windowMs: 60_000, now: () => 0 })
  for (let index = 0; index < 10_100; index += 1) throttle.spend(`key-${index}`)
  expect(() => throttle.spend('key-10099')).toThrow()
})
