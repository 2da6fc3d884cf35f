import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { findProblems } from './check-workflow-def'
import { requireNoErrors } from './definition-problems'

export interface ReplaceRequest {
  readonly definition: WorkflowDef
  /** The version's update time when it was loaded. */
  readonly loadedAt: number
}

/** Overwrites a version only while it is as its editor saw it: two people never overwrite each other silently. */
export async function replaceWorkflow(app: App, actor: Actor, request: ReplaceRequest): Promise<void> {
  requireRole(actor, 'editor')
  const { definition, loadedAt } = request
  requireNoErrors(await findProblems(app, actor, { definition, root: 'updateWorkflowDef.arg0' }))
  const { createTime, updateTime, createdBy, updatedBy, ...body } = definition
  const replaced = await tenantOf(app.db, actor.namespaceId).rows(
    `update workflow_definitions set body = $4, updated_by = $5, updated_at = clock_timestamp()
     where namespace_id = $1 and name = $2 and version = $3 and (extract(epoch from updated_at) * 1000)::bigint = $6
     returning version`,
    [definition.name, definition.version, JSON.stringify(body), actor.name, loadedAt],
  )
  app.settingsNews.changedHere(actor.namespaceId)
  if (replaced.length > 0) return
  const named = `${definition.name} version ${definition.version}`
  throw new AppError('CONFLICT', `${named} has been changed or deleted since it was loaded here.`)
}
