import type { PoolClient } from 'pg'
import { validateTaskDef } from '@/server/engine/validate/validate-task-def'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { TaskDef } from '@/server/model/task-def'
import type { App } from './app'
import { requireNoErrors } from './definition-problems'
import { inTransaction } from './in-transaction'

/** Registers or replaces task definitions, all or none. `root` names the request in validation errors. */
export async function saveTaskDefinitions(
  app: App,
  actor: Actor,
  { taskDefs, root }: { readonly taskDefs: readonly TaskDef[]; readonly root: (index: number) => string },
): Promise<void> {
  requireRole(actor, 'editor')
  requireNoErrors(taskDefs.flatMap((taskDef, index) => validateTaskDef(taskDef, root(index))))
  const byName = new Map(taskDefs.map((taskDef) => [taskDef.name, JSON.stringify(withoutAudit(taskDef))]))
  const { taskDefinitions } = app.quotas
  await inTransaction(app.db, async (client) => {
    if (taskDefinitions !== null) await client.query(LOCK, [actor.namespaceId])
    await client.query(SAVE, [actor.namespaceId, [...byName.keys()], [...byName.values()], actor.name])
    if (taskDefinitions !== null) await requireRoom(client, actor, taskDefinitions)
  })
  app.settingsNews.changedHere(actor.namespaceId)
}

/** Racing requests take turns, so that they cannot exceed the quota together. */
const LOCK = 'select from namespaces where id = $1 for update'

const SAVE = `
    insert into task_definitions (namespace_id, name, body, created_by, updated_by)
     select $1, name, body::json, $4, $4 from unnest($2::text[], $3::text[]) as given (name, body)
     on conflict (namespace_id, name)
     do update set body = excluded.body, updated_by = excluded.updated_by, updated_at = now()`

/** Counted with what was just written, which a refusal takes back. */
async function requireRoom(client: PoolClient, actor: Actor, limit: number): Promise<void> {
  const { rows } = await client.query<{ used: number }>(
    'select count(*)::int as used from task_definitions where namespace_id = $1',
    [actor.namespaceId],
  )
  if ((rows[0]?.used ?? 0) <= limit) return
  throw new AppError('QUOTA_EXCEEDED', `A namespace may hold ${limit} task definitions (limit taskDefinitions).`)
}

function withoutAudit(taskDef: TaskDef): TaskDef {
  const { createTime, updateTime, createdBy, updatedBy, ...body } = taskDef
  return body
}
