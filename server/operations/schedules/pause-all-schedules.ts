import { type Actor, requireRole } from '@/server/model/actor'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'
import { pauseSchedule, resumeSchedule } from './pause-schedule'

/** Tells those that were paused together from those that somebody had paused before. */
const REASON = 'Paused together with all schedules'

export async function pauseAllSchedules(app: App, actor: Actor): Promise<void> {
  requireRole(actor, 'editor')
  const rows = await tenantOf(app.db, actor.namespaceId).rows<{ name: string }>(
    'select name from schedules where namespace_id = $1 and not paused order by name',
  )
  for (const { name } of rows) await pauseSchedule(app, actor, { name, reason: REASON })
}

export async function resumeAllSchedules(app: App, actor: Actor): Promise<void> {
  requireRole(actor, 'editor')
  const rows = await tenantOf(app.db, actor.namespaceId).rows<{ name: string }>(
    'select name from schedules where namespace_id = $1 and paused and paused_reason = $2 order by name',
    [REASON],
  )
  for (const { name } of rows) await resumeSchedule(app, actor, name)
}
