import type { Limits } from '@/server/model/limits'
import type { SaveScheduleRequest } from '@/server/model/schedule'
import { type CronClock, cronProblem, nextTimes } from '@/server/platform/cron'
import { clocksOf } from './schedule-clocks'

const MAX_NAME = 255
const MAX_CLOCKS = 10
const LOOKED_AT = 10

export interface ScheduleProblem {
  /** The field, below the schedule. */
  readonly field: string
  readonly message: string
}

/** Everything that is wrong with a schedule, each in a sentence. */
export function scheduleProblems(
  request: SaveScheduleRequest,
  limits: Pick<Limits, 'scheduleSeconds'>,
): ScheduleProblem[] {
  const { name, scheduleStartTime, scheduleEndTime, startWorkflowRequest, cronSchedules } = request
  const clocks = clocksOf(request)
  const problems: ScheduleProblem[] = []
  const add = (field: string, message: string): void => void problems.push({ field, message })
  if (name.trim() === '') add('name', 'A schedule needs a name.')
  if (name.length > MAX_NAME) add('name', `The name of a schedule has at most ${MAX_NAME} characters.`)
  if (clocks.length === 0) add('cronExpression', 'A schedule needs a cronExpression or cronSchedules.')
  if (clocks.length > MAX_CLOCKS) add('cronSchedules', `A schedule has at most ${MAX_CLOCKS} cron expressions.`)
  if (scheduleStartTime && scheduleEndTime && scheduleEndTime <= scheduleStartTime)
    add('scheduleEndTime', 'The scheduleEndTime must be after the scheduleStartTime.')
  if (!startWorkflowRequest.name && !startWorkflowRequest.workflowDef)
    add('startWorkflowRequest.name', 'The startWorkflowRequest needs the name of a workflow.')
  const isList = (cronSchedules ?? []).length > 0
  for (const [nth, clock] of clocks.slice(0, MAX_CLOCKS).entries())
    for (const message of clockProblems(clock, limits))
      add(isList ? `cronSchedules[${nth}]` : 'cronExpression', message)
  return problems
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
