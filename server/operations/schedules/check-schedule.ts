import type { Limits } from '@/server/model/limits'
import type { SaveScheduleRequest } from '@/server/model/schedule'
import { type CronClock, cronProblem, nextTimes } from '@/server/platform/cron'
import { clocksOf } from './schedule-clocks'

const MAX_NAME = 255
const MAX_CLOCKS = 10
const LOOKED_AT = 10

/** Everything that is wrong with a schedule, each in a sentence. */
export function scheduleProblems(request: SaveScheduleRequest, limits: Pick<Limits, 'scheduleSeconds'>): string[] {
  const { name, scheduleStartTime, scheduleEndTime } = request
  const clocks = clocksOf(request)
  const problems: string[] = []
  if (name.trim() === '') problems.push('A schedule needs a name.')
  if (name.length > MAX_NAME) problems.push(`The name of a schedule has at most ${MAX_NAME} characters.`)
  if (clocks.length === 0) problems.push('A schedule needs a cronExpression or cronSchedules.')
  if (clocks.length > MAX_CLOCKS) problems.push(`A schedule has at most ${MAX_CLOCKS} cron expressions.`)
  if (scheduleStartTime && scheduleEndTime && scheduleEndTime <= scheduleStartTime)
    problems.push('The scheduleEndTime must be after the scheduleStartTime.')
  if (!request.startWorkflowRequest.name && !request.startWorkflowRequest.workflowDef)
    problems.push('The startWorkflowRequest needs the name of a workflow.')
  return [...problems, ...clocks.slice(0, MAX_CLOCKS).flatMap((clock) => clockProblems(clock, limits))]
}

function clockProblems(clock: CronClock, { scheduleSeconds }: Pick<Limits, 'scheduleSeconds'>): string[] {
  const problem = cronProblem(clock)
  if (problem !== null) return [problem]
  const times = nextTimes(clock, Date.now(), LOOKED_AT)
  const gaps = times.slice(1).map((time, at) => time - (times[at] ?? time))
  if (Math.min(...gaps) >= scheduleSeconds * 1000) return []
  return [
    `"${clock.cronExpression}" comes due more often than every ${scheduleSeconds} seconds (limit scheduleSeconds).`,
  ]
}
