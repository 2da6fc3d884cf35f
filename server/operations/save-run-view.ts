import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { RunListView } from '@/server/model/run-list'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { inTransaction } from './in-transaction'
import { requirePlace } from './require-place'

/** Keeps a view of the list of executions for the person who looks, viewers too; the same name again replaces it. */
export async function saveRunView(app: App, actor: Actor, { name, query }: RunListView): Promise<void> {
  await inTransaction(app.db, async (client) => {
    await requirePlace(client, actor, {
      limit: app.quotas.savedViews,
      count: 'select count(*)::int from run_views where namespace_id = $1 and user_id = $2 and name <> $3',
      params: [actor.id, name],
      refusal: (limit) => `You may have ${limit} saved views (limit savedViews): remove one first.`,
    })
    await client.query(
      `insert into run_views (namespace_id, user_id, name, query) values ($1, $2, $3, $4)
       on conflict (namespace_id, user_id, name) do update set query = excluded.query, updated_at = now()`,
      [actor.namespaceId, actor.id, name, query],
    )
  })
}

export async function removeRunView(app: App, actor: Actor, { name }: Pick<RunListView, 'name'>): Promise<void> {
  const removed = await tenantOf(app.db, actor.namespaceId).rows(
    'delete from run_views where namespace_id = $1 and user_id = $2 and name = $3 returning 1',
    [actor.id, name],
  )
  if (removed.length === 0) throw new AppError('NOT_FOUND', `You have no saved view ${name}.`)
}
