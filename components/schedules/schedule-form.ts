import type { JsonObject } from '@/server/model/json'
import { type SaveScheduleRequest, type Schedule, saveScheduleRequestSchema } from '@/server/model/schedule'

/** What the dialog holds while somebody types. */
export interface ScheduleForm {
  readonly name: string
  readonly workflow: string | null
  /** Null: the newest when it starts. */
  readonly version: number | null
  readonly cronExpression: string
  readonly zoneId: string
  readonly input: string
  readonly description: string
  readonly catchUp: boolean
}

export function newScheduleForm(zoneId: string): ScheduleForm {
  return {
    name: '',
    workflow: null,
    version: null,
    cronExpression: '0 0 9 * * *',
    zoneId,
    input: '{}',
    description: '',
    catchUp: false,
  }
}

/** The first of several expressions stands in the form; the others are kept. */
export function formOf(schedule: Schedule): ScheduleForm {
  const { startWorkflowRequest: start, cronSchedules } = schedule
  const [first] = cronSchedules ?? []
  return {
    name: schedule.name,
    workflow: start.name,
    version: start.version ?? null,
    cronExpression: first?.cronExpression ?? schedule.cronExpression ?? '',
    zoneId: first?.zoneId ?? schedule.zoneId,
    input: JSON.stringify(start.input ?? {}, null, 2),
    description: schedule.description ?? '',
    catchUp: schedule.runCatchupScheduleInstances,
  }
}

/** Everything that the form does not show stays as it was. */
export function requestOf(form: ScheduleForm, input: JsonObject, before: Schedule | null): SaveScheduleRequest {
  const { cronExpression, zoneId } = form
  const several = (before?.cronSchedules?.length ?? 0) > 0
  const start = { ...before?.startWorkflowRequest, name: form.workflow ?? '', version: form.version, input }
  return saveScheduleRequestSchema.parse({
    ...before,
    name: form.name.trim(),
    description: form.description.trim() || null,
    startWorkflowRequest: start,
    runCatchupScheduleInstances: form.catchUp,
    ...(several
      ? { cronSchedules: [{ cronExpression, zoneId }, ...(before?.cronSchedules ?? []).slice(1)] }
      : { cronExpression, zoneId }),
  })
}
