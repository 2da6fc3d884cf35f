import type { Actor } from '@/server/model/actor'
import type { RunColumn } from '@/server/model/run-list'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'

export interface ChooseRunColumnsRequest {
  /** Null: the usual ones, whatever they will be. */
  readonly columns: readonly RunColumn[] | null
}

/** Which columns the list of executions has for this person. */
export async function chooseRunColumns(app: App, actor: Actor, { columns }: ChooseRunColumnsRequest): Promise<void> {
  const tenant = tenantOf(app.db, actor.namespaceId)
  if (columns === null) {
    await tenant.rows('delete from run_columns where namespace_id = $1 and user_id = $2', [actor.id])
    return
  }
  await tenant.rows(
    `insert into run_columns (namespace_id, user_id, columns) values ($1, $2, $3)
     on conflict (namespace_id, user_id) do update set columns = excluded.columns`,
    [actor.id, columns],
  )
}
