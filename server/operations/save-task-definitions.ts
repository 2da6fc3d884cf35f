import { validateTaskDef } from '@/server/engine/validate/validate-task-def'
import { type Actor, requireRole } from '@/server/model/actor'
import type { TaskDef } from '@/server/model/task-def'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { requireNoErrors } from './definition-problems'

/** Registers or replaces task definitions, all or none. `root` names the request in validation errors. */
export async function saveTaskDefinitions(
  app: App,
  actor: Actor,
  { taskDefs, root }: { readonly taskDefs: readonly TaskDef[]; readonly root: (index: number) => string },
): Promise<void> {
  requireRole(actor, 'editor')
  requireNoErrors(taskDefs.flatMap((taskDef, index) => validateTaskDef(taskDef, root(index))))
  const byName = new Map(taskDefs.map((taskDef) => [taskDef.name, JSON.stringify(withoutAudit(taskDef))]))
  await tenantOf(app.db, actor.namespaceId).rows(
    `insert into task_definitions (namespace_id, name, body, created_by, updated_by)
     select $1, name, body::json, $4, $4 from unnest($2::text[], $3::text[]) as given (name, body)
     on conflict (namespace_id, name)
     do update set body = excluded.body, updated_by = excluded.updated_by, updated_at = now()`,
    [[...byName.keys()], [...byName.values()], actor.name],
  )
}

function withoutAudit(taskDef: TaskDef): TaskDef {
  const { createTime, updateTime, createdBy, updatedBy, ...body } = taskDef
  return body
}
