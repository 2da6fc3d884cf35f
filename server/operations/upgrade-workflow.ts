import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { asWorkflowId, isUuid } from '@/server/model/ids'
import type { UpgradeWorkflowRequest } from '@/server/model/requests'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { checkOutputSize } from './check-output-size'

export interface UpgradeWorkflow {
  readonly workflowId: string
  readonly request: UpgradeWorkflowRequest
}

/** A running execution goes on with another version of its definition; without one, with the latest. */
export async function upgradeWorkflow(app: App, actor: Actor, { workflowId, request }: UpgradeWorkflow): Promise<void> {
  requireRole(actor, 'editor')
  const { taskOutput, workflowInput } = request
  for (const payload of [taskOutput, workflowInput]) checkOutputSize(payload, app.limits)
  const name = request.name || (await nameOf(app, actor, workflowId))
  const wanted = { namespaceId: actor.namespaceId, name, version: request.version || null, definition: null }
  const snapshot = await app.store.snapshot(wanted)
  const outcome = await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'upgrade', snapshot, taskOutput, workflowInput },
  })
  await outcome.settled()
}

async function nameOf(app: App, actor: Actor, workflowId: string): Promise<string> {
  const [row] = isUuid(workflowId)
    ? await tenantOf(app.db, actor.namespaceId).rows<{ name: string }>(
        'select name from executions where namespace_id = $1 and id = $2',
        [workflowId],
      )
    : []
  if (!row) throw new AppError('NOT_FOUND', `No such workflow found by id: ${workflowId}`)
  return row.name
}
