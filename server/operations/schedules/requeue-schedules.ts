import { type Actor, requireRole } from '@/server/model/actor'
import type { ScheduleBody } from '@/server/model/schedule'
import type { App } from '@/server/operations/app'
import { inTransaction } from '@/server/operations/in-transaction'
import { setClocks } from './save-schedule'

/** Works out every clock anew: from now on, or from what it expected last where missed times are made up for. */
export async function requeueSchedules(app: App, actor: Actor): Promise<string[]> {
  requireRole(actor, 'editor')
  const { namespaceId } = actor
  return inTransaction(app.db, async (client) => {
    const { rows } = await client.query<{ name: string; body: ScheduleBody }>(
      'select name, body from schedules where namespace_id = $1 and not paused order by name for update',
      [namespaceId],
    )
    for (const { name, body } of rows) await setClocks(client, { namespaceId, name, body, paused: false }, true)
    return rows.map(({ name }) => name)
  })
}
