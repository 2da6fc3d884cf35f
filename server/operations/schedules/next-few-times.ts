import { AppError } from '@/server/model/errors'
import type { ScheduleBody } from '@/server/model/schedule'
import { type CronClock, cronProblem } from '@/server/platform/cron'
import { nextRun } from './schedule-clocks'

export interface NextFewTimes extends Pick<ScheduleBody, 'scheduleStartTime' | 'scheduleEndTime'> {
  readonly clock: CronClock
  readonly now: number
  readonly limit: number
}

const MOST = 5

export function nextFewTimes({ clock, now, limit, ...bounds }: NextFewTimes): number[] {
  const problem = cronProblem(clock)
  if (problem !== null) throw new AppError('BAD_REQUEST', problem)
  const times: number[] = []
  let after = now
  while (times.length < Math.min(limit, MOST)) {
    const next = nextRun(bounds, clock, after)
    if (next === null) break
    times.push(next)
    after = next
  }
  return times
}
