import { AppError } from '@/server/model/errors'
import { asWorkflowId } from '@/server/model/ids'
import { startWorkflowRequestSchema } from '@/server/model/requests'
import type { App } from '@/server/operations/app'
import { requireDefinitionSize } from '@/server/operations/check-workflow-def'
import { requireFamilyRoom } from '@/server/operations/family-room'
import { startAtGate, toStart } from '@/server/operations/start-workflow'
import { idFrom } from '@/server/platform/ids'
import { actorOf, type Caller, findCaller, tryable } from './caller'

/**
 * Starts a workflow that nobody waits for. Asked twice for the same attempt it starts one. What one start of a person
 * leads to is bounded, however it is led to.
 */
export const performStartWorkflow = tryable(async (app, call) => {
  const caller = await findCaller(app, call)
  if (caller === null) return { status: 'completed', output: {} }
  const given = startWorkflowRequestSchema.parse(call.input.startWorkflow)
  if (given.workflowDef) requireDefinitionSize(app, given.workflowDef)
  const rootWorkflowId = caller.rootWorkflowId ?? call.workflowId
  requireDepth(app, caller)
  await requireFamilyRoom(app, call.namespaceId, rootWorkflowId)
  const request = toStart({ ...actorOf(call), name: caller.createdBy ?? '' }, given)
  const ownDomains = Object.keys(request.taskToDomain).length > 0
  const { workflowId } = await startAtGate(app, call.namespaceId, {
    ...request,
    // Only what this task may read, whatever markers its data brought along.
    secretNames: call.secretNames,
    correlationId: request.correlationId || caller.correlationId,
    taskToDomain: ownDomains ? request.taskToDomain : caller.taskToDomain,
    workflowId: asWorkflowId(idFrom('START_WORKFLOW', call.taskId, caller.scheduledTime)),
    rootWorkflowId,
    depth: caller.depth + 1,
  })
  return { status: 'completed', output: { workflowId } }
})

function requireDepth({ limits }: App, { depth }: Caller): void {
  if (depth < limits.subWorkflowDepth) return
  throw new AppError(
    'QUOTA_EXCEEDED',
    `Workflows started by workflows are nested deeper than the limit of ${limits.subWorkflowDepth} (subWorkflowDepth).`,
  )
}
