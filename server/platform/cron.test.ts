import { describe, expect, it } from 'vitest'
import { cronProblem, nextTime, nextTimes } from './cron'

const times = (cronExpression: string, from: string, options: { zoneId?: string; count?: number } = {}) =>
  nextTimes({ cronExpression, zoneId: options.zoneId ?? 'UTC' }, Date.parse(from), options.count ?? 2).map((at) =>
    new Date(at).toISOString().replace(/:00\.000Z|\.000Z/, ''),
  )

describe('cron expressions in Spring’s form', () => {
  it.each([
    ['0 0 * * * *', '2026-01-01T10:20:00Z', ['2026-01-01T11:00', '2026-01-01T12:00']],
    ['*/10 * * * * *', '2026-01-01T00:00:00Z', ['2026-01-01T00:00:10', '2026-01-01T00:00:20']],
    ['0 0/30 8-10 * * *', '2026-01-01T08:10:00Z', ['2026-01-01T08:30', '2026-01-01T09:00']],
    ['0 5/20 * * * *', '2026-01-01T00:06:00Z', ['2026-01-01T00:25', '2026-01-01T00:45']],
    ['0 0 9-17 * * MON-FRI', '2026-01-02T17:00:00Z', ['2026-01-05T09:00', '2026-01-05T10:00']],
    ['0 0 0 25 DEC ?', '2026-01-01T00:00:00Z', ['2026-12-25T00:00', '2027-12-25T00:00']],
    ['0 0 0 L * *', '2026-01-01T00:00:00Z', ['2026-01-31T00:00', '2026-02-28T00:00']],
    ['0 0 0 L-3 * ?', '2027-01-01T00:00:00Z', ['2027-01-28T00:00', '2027-02-25T00:00']],
    ['0 0 9 L-28 * ?', '2027-02-01T00:00:00Z', ['2027-03-03T09:00', '2027-04-02T09:00']],
    ['0 0 0 LW * *', '2026-01-01T00:00:00Z', ['2026-01-30T00:00', '2026-02-27T00:00']],
    ['0 0 0 1W * *', '2026-01-05T00:00:00Z', ['2026-02-02T00:00', '2026-03-02T00:00']],
    ['0 0 0 ? * 5#2', '2026-01-01T00:00:00Z', ['2026-01-09T00:00', '2026-02-13T00:00']],
    ['0 0 0 ? * FRIL', '2026-01-01T00:00:00Z', ['2026-01-30T00:00', '2026-02-27T00:00']],
    ['0 0 0 * * 7', '2026-01-01T00:00:00Z', ['2026-01-04T00:00', '2026-01-11T00:00']],
    ['@daily', '2026-01-01T00:00:00Z', ['2026-01-02T00:00', '2026-01-03T00:00']],
    ['@weekly', '2026-01-01T00:00:00Z', ['2026-01-04T00:00', '2026-01-11T00:00']],
  ])('%s', (expression, from, expected) => {
    expect(times(expression, from)).toEqual(expected)
  })

  it('asks both days to match where both are given', () => {
    expect(times('0 0 0 13 * FRI', '2026-01-01T00:00:00Z')).toEqual(['2026-02-13T00:00', '2026-03-13T00:00'])
  })

  it('follows the clock of its zone, also on the days when that clock is changed', () => {
    const zoneId = 'Europe/Berlin'
    expect(times('0 0 9 * * *', '2026-03-27T12:00:00Z', { zoneId })).toEqual(['2026-03-28T08:00', '2026-03-29T07:00'])
    const skipped = times('0 30 2 * * *', '2026-03-28T12:00:00Z', { zoneId })
    expect(skipped).toEqual(['2026-03-29T01:30', '2026-03-30T00:30'])
    const doubled = times('0 30 2 * * *', '2026-10-24T12:00:00Z', { zoneId })
    expect(doubled).toEqual(['2026-10-25T00:30', '2026-10-26T01:30'])
  })

  it('comes every half hour in the hour that comes twice, and is not early or late in the one that is skipped', () => {
    const every = (from: string, zoneId: string) => times('0 */30 * * * *', from, { zoneId, count: 5 })
    const inUtc = (day: string, ...clock: string[]) => clock.map((time) => `${day}T${time}`)
    expect(every('2026-10-24T23:45:00Z', 'Europe/Berlin')).toEqual(
      inUtc('2026-10-25', '00:00', '00:30', '01:00', '01:30', '02:00'),
    )
    expect(every('2026-03-29T00:15:00Z', 'Europe/Berlin')).toEqual(
      inUtc('2026-03-29', '00:30', '01:00', '01:30', '02:00', '02:30'),
    )
    expect(every('2026-11-01T05:45:00Z', 'America/New_York')).toEqual(
      inUtc('2026-11-01', '06:00', '06:30', '07:00', '07:30', '08:00'),
    )
    // Half an hour is repeated: 01:30 to 02:00 comes twice.
    expect(times('0 0 * * * *', '2026-04-04T13:30:00Z', { zoneId: 'Australia/Lord_Howe', count: 3 })).toEqual(
      inUtc('2026-04-04', '14:00', '15:30', '16:30'),
    )
  })

  it('comes every hour of chosen days also when one of them has an hour more', () => {
    const hours = nextTimes(
      { cronExpression: '0 0 * 25 10 *', zoneId: 'Europe/Berlin' },
      Date.parse('2026-01-01T00:00:00Z'),
      26,
    )
    expect(new Date(hours[0] ?? 0).toISOString()).toBe('2026-10-24T22:00:00.000Z')
    expect(hours.slice(1, 25).map((at, i) => at - (hours[i] ?? 0))).toEqual(Array.from({ length: 24 }, () => 3_600_000))
    expect(new Date(hours[25] ?? 0).toISOString()).toBe('2027-10-24T22:00:00.000Z')
  })

  it('is strictly after the time given', () => {
    const at = Date.parse('2026-01-01T00:00:00Z')
    expect(nextTime({ cronExpression: '0 0 0 * * *', zoneId: 'UTC' }, at)).toBe(at + 86_400_000)
  })

  it.each([
    ['* * * * *', 'UTC', 'expected six fields (second minute hour day month weekday), found 5'],
    ['99 * * * * *', 'UTC', 'a second is 0 to 59, found 99'],
    ['0 0 0 32 * *', 'UTC', 'a day is 1 to 31, found 32'],
    ['0 0 0 * 1-13 *', 'UTC', 'a month is 1 to 12, found 13'],
    ['0 0 0 L-31 * *', 'UTC', 'never comes due'],
    ['0 0 0 30 2 *', 'UTC', 'never comes due'],
    ['nonsense', 'UTC', 'Invalid cron expression "nonsense"'],
    ['0 0 0 * * *', 'Mars/Base', 'Unknown time zone "Mars/Base"'],
    [`0 ${'1,'.repeat(5000)}1 0 * * *`, 'UTC', 'longer than 256 characters'],
  ])('says what is wrong with %.20s in %s', (cronExpression, zoneId, expected) => {
    expect(cronProblem({ cronExpression, zoneId })).toContain(expected)
  })
})
