import type { Json, JsonObject } from './json'
import type { Schedule, ScheduleExecution } from './schedule'

/** As Conductor's clients read them: nulls on the top level are left out. */
export function toWireSchedule(schedule: Schedule): JsonObject {
  const { startWorkflowRequest, cronSchedules, ...rest } = schedule
  return {
    ...withoutNulls(rest),
    cronSchedules: (cronSchedules ?? []).map(withoutNulls),
    startWorkflowRequest: withoutNulls(startWorkflowRequest),
  }
}

export function toWireScheduleExecution(execution: ScheduleExecution): JsonObject {
  const { startWorkflowRequest, ...rest } = execution
  return { ...withoutNulls(rest), startWorkflowRequest: withoutNulls(startWorkflowRequest) }
}

function withoutNulls(value: object): JsonObject {
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined)
  return Object.fromEntries(entries) as Record<string, Json>
}
