import { z } from 'zod'
import { startWorkflowRequestSchema } from './requests'
import { type Tag, tagSchema } from './tag'
import { orDefault, requiredName } from './task-def'

/** Conductor's schedules: a start request that is sent whenever a cron expression comes due. Times are epoch ms. */
const cronScheduleSchema = z.object({ cronExpression: z.string(), zoneId: z.string().nullish() })

export const saveScheduleRequestSchema = z.object({
  name: requiredName,
  description: z.string().nullish(),
  cronExpression: z.string().nullish(),
  /** Several expressions, each with a clock of its own; they win over the single one. */
  cronSchedules: z.array(cronScheduleSchema).nullish(),
  zoneId: orDefault(z.string(), 'UTC'),
  startWorkflowRequest: startWorkflowRequestSchema,
  paused: orDefault(z.boolean(), false),
  pausedReason: z.string().nullish(),
  /** Times that were missed (a pause, a server that was away) are made up for, one after the other. */
  runCatchupScheduleInstances: orDefault(z.boolean(), false),
  scheduleStartTime: z.number().int().nullish(),
  scheduleEndTime: z.number().int().nullish(),
  tags: z.array(tagSchema).nullish(),
})
export type SaveScheduleRequest = z.output<typeof saveScheduleRequestSchema>

/** What is kept as somebody wrote it. */
export type ScheduleBody = Omit<SaveScheduleRequest, 'name' | 'paused' | 'pausedReason' | 'tags'>

export interface Schedule extends ScheduleBody {
  readonly name: string
  readonly paused: boolean
  readonly pausedReason: string | null
  readonly tags: readonly Tag[]
  readonly createTime: number
  readonly updatedTime: number
  readonly createdBy: string
  readonly updatedBy: string
  readonly nextRunTime: number | null
}

export const SCHEDULE_STATES = ['POLLED', 'EXECUTED', 'FAILED'] as const
export type ScheduleState = (typeof SCHEDULE_STATES)[number]

/** One time that a schedule came due, and what came of it. */
export interface ScheduleExecution {
  readonly executionId: string
  readonly scheduleName: string
  readonly scheduledTime: number
  readonly executionTime: number
  readonly workflowName: string
  readonly workflowId: string | null
  readonly reason: string | null
  readonly state: ScheduleState
  readonly zoneId: string
  readonly startWorkflowRequest: SaveScheduleRequest['startWorkflowRequest']
}
