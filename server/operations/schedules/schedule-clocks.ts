import type { ScheduleBody } from '@/server/model/schedule'
import { type CronClock, nextTime } from '@/server/platform/cron'

/** The list wins over the single expression; each entry keeps its own time. */
export function clocksOf({ cronSchedules, cronExpression, zoneId }: ScheduleBody): CronClock[] {
  if (cronSchedules && cronSchedules.length > 0) {
    return cronSchedules.map((each) => ({ cronExpression: each.cronExpression, zoneId: each.zoneId || zoneId }))
  }
  return cronExpression ? [{ cronExpression, zoneId }] : []
}

/** Conductor lets a time count that falls together with the beginning. */
const START_GRACE_MS = 500

type Bounds = Pick<ScheduleBody, 'scheduleStartTime' | 'scheduleEndTime'>

/** The first time after `after` between the schedule's bounds; null: none. */
export function nextRun(bounds: Bounds, clock: CronClock, after: number): number | null {
  const { scheduleStartTime: start, scheduleEndTime: end } = bounds
  const next = nextTime(clock, start ? Math.max(after, start - START_GRACE_MS) : after)
  return next === null || (end && next > end) ? null : next
}
