import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { asWorkflowId, type WorkflowId } from '@/server/model/ids'
import type { ScheduleBody } from '@/server/model/schedule'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'
import { noteFiring } from './claim-due-schedules'
import { fire } from './fire-schedules'
import { noSchedule } from './pause-schedule'

interface Outcome {
  readonly workflowId: string | null
  readonly reason: string | null
}

/** Starts the workflow of a schedule out of turn, paused or not; its clocks are left alone. */
export async function runScheduleNow(app: App, actor: Actor, name: string): Promise<WorkflowId> {
  requireRole(actor, 'editor')
  const { namespaceId } = actor
  const tenant = tenantOf(app.db, namespaceId)
  const [schedule] = await tenant.rows<{ body: ScheduleBody }>(
    'select body from schedules where namespace_id = $1 and name = $2',
    [name],
  )
  if (!schedule) throw noSchedule(name)
  app.startRate.spend(namespaceId)
  const now = app.clock.now()
  const firing = await noteFiring(app.db.pool, {
    namespaceId,
    name,
    request: schedule.body.startWorkflowRequest,
    scheduledTime: now,
    executionTime: now,
    startedBy: actor.name,
    clock: null,
  })
  await fire(app, firing)
  const [outcome] = await tenant.rows<Outcome>(
    'select workflow_id as "workflowId", reason from schedule_executions where namespace_id = $1 and id = $2',
    [firing.id],
  )
  if (outcome?.workflowId) return asWorkflowId(outcome.workflowId)
  throw new AppError(
    'BAD_REQUEST',
    outcome?.reason ?? `The schedule ${name} could not start its workflow yet; it is tried again.`,
  )
}
