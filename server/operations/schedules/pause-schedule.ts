import type { PoolClient } from 'pg'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { ScheduleBody } from '@/server/model/schedule'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { setClocks } from './save-schedule'

export interface PauseSchedule {
  readonly name: string
  readonly reason: string | null
}

/** Nothing starts until it is resumed. */
export async function pauseSchedule(app: App, actor: Actor, { name, reason }: PauseSchedule): Promise<void> {
  requireRole(actor, 'editor')
  await inTransaction(app.db, (client) => setPaused(client, actor, { name, paused: true, reason }))
}

export async function resumeSchedule(app: App, actor: Actor, name: string): Promise<void> {
  requireRole(actor, 'editor')
  await inTransaction(app.db, (client) => setPaused(client, actor, { name, paused: false, reason: null }))
}

interface Change {
  readonly name: string
  readonly paused: boolean
  readonly reason: string | null
}

interface Row {
  readonly body: ScheduleBody
  readonly paused: boolean
}

const PAUSE = `
  update schedules set paused = $3, paused_reason = $4, updated_by = $5, updated_at = now()
  where namespace_id = $1 and name = $2`

async function setPaused(client: PoolClient, actor: Actor, { name, paused, reason }: Change): Promise<void> {
  const { namespaceId } = actor
  const { rows } = await client.query<Row>(
    'select body, paused from schedules where namespace_id = $1 and name = $2 for update',
    [namespaceId, name],
  )
  const [found] = rows
  if (!found) throw noSchedule(name)
  if (!paused && !found.paused) throw new AppError('NOT_FOUND', `The schedule ${name} is not paused.`)
  await client.query(PAUSE, [namespaceId, name, paused, reason, actor.name])
  await setClocks(client, { namespaceId, name, body: found.body, paused }, !paused)
}

export function noSchedule(name: string): AppError {
  return new AppError('NOT_FOUND', `Schedule '${name}' not found`)
}
