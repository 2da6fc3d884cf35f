import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { DefinitionSnapshot } from '@/server/model/execution'
import { asWorkflowId, isUuid } from '@/server/model/ids'
import { tenantOf } from '@/server/platform/tenant'
import { passGate } from './admit-executions'
import type { App } from './app'
import { requireFreePlace } from './require-free-place'

export interface RestartWorkflow {
  readonly workflowId: string
  readonly useLatest: boolean
}

/** The same id from the beginning, with its own definition or with the latest one of that name. */
export async function restartWorkflow(app: App, actor: Actor, request: RestartWorkflow): Promise<void> {
  requireRole(actor, 'editor')
  app.startRate.spend(actor.namespaceId)
  const { workflowId, useLatest } = request
  await requireFreePlace(app, actor, workflowId)
  const latest = useLatest ? await latestDefinition(app, actor, workflowId) : null
  const outcome = await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'restart', latest },
  })
  const begun = await passGate(app, actor.namespaceId, outcome)
  await begun.settled()
}

async function latestDefinition(app: App, actor: Actor, workflowId: string): Promise<DefinitionSnapshot> {
  const tenant = tenantOf(app.db, actor.namespaceId)
  const [row] = isUuid(workflowId)
    ? await tenant.rows<{ name: string }>('select name from executions where namespace_id = $1 and id = $2', [
        workflowId,
      ])
    : []
  if (!row) throw new AppError('NOT_FOUND', `No such workflow found by id: ${workflowId}`)
  return app.store.snapshot({ namespaceId: actor.namespaceId, name: row.name, version: null, definition: null })
}
