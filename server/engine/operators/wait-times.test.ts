import { describe, expect, test } from 'vitest'
import { parseDuration, parseMoment } from './wait-times'

describe('durations', () => {
  test.each([
    ['90s', 90_000],
    ['1 days 2 hours 30 minutes', 95_400_000],
    ['2D', 172_800_000],
    ['1h5m', 3_900_000],
    ['10 SECS', 10_000],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })

  test.each(['', 'soon', '5', '3 weeks', '1s 2d'])('not a duration: %s', (text) => {
    expect(parseDuration(text)).toBeNull()
  })
})

describe('moments', () => {
  test.each([
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['1970-01-01 00:00', '1970-01-01T00:00:00Z'],
    ['2025-12-31 23:59', '2025-12-31T23:59:00Z'],
    ['2025-07-01 12:00 GMT+2', '2025-07-01T10:00:00Z'],
    ['2025-07-01 12:00 Europe/Berlin', '2025-07-01T10:00:00Z'],
    ['2025-01-01 12:00 PST', '2025-01-01T20:00:00Z'],
    ['2025-01-01 12:00 PDT', '2025-01-01T19:00:00Z'],
    ['2025-07-01 12:00 PST', '2025-07-01T20:00:00Z'],
    ['2025-07-01 12:00 America/Los_Angeles', '2025-07-01T19:00:00Z'],
    ['2025-07-01  12:00  CET', '2025-07-01T11:00:00Z'],
    ['2025-01-01 12:00 AEST', '2025-01-01T02:00:00Z'],
    ['2025-07-01 12:00 +0200', '2025-07-01T10:00:00Z'],
    ['2025-07-01 12:00 IST', '2025-07-01T06:30:00Z'],
    ['2025-07-01 12:00 +02:00', '2025-07-01T10:00:00Z'],
    // A time that the clock leaves out, and one that it shows twice, as Java's calendars read them.
    ['2025-03-30 02:30 Europe/Berlin', '2025-03-30T01:30:00Z'],
    ['2025-10-26 02:30 Europe/Berlin', '2025-10-26T01:30:00Z'],
    ['2025-07-01 12:00 UTC', '2025-07-01T12:00:00Z'],
  ])('%s', (text, iso) => {
    expect(parseMoment(text)).toBe(Date.parse(iso))
  })

  test.each(['tomorrow', '2025-13-01', '2025-01-01 25:00', '2025-01-01 12:00 Nowhere/City'])(
    'not a moment: %s',
    (text) => {
      expect(parseMoment(text)).toBeNull()
    },
  )
})
