import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { App } from './app'
import type { BulkResponse } from './bulk-response'
import { pauseWorkflow } from './pause-workflow'
import { removeWorkflow, terminateAndRemove } from './remove-workflow'
import { restartWorkflow } from './restart-workflow'
import { resumeWorkflow } from './resume-workflow'
import { retryWorkflow } from './retry-workflow'
import { terminateWorkflow } from './terminate-workflow'

export interface BulkWorkflows {
  readonly workflowIds: readonly string[]
  readonly action: 'pause' | 'resume' | 'terminate' | 'restart' | 'retry' | 'remove' | 'terminate-remove'
  readonly reason?: string | null
  readonly useLatest?: boolean
  readonly triggerFailureWorkflow?: boolean
}

const MAX_IDS = 1_000

/** One that is refused never stops the others; its sentence is in the answer. */
export async function bulkWorkflows(app: App, actor: Actor, bulk: BulkWorkflows): Promise<BulkResponse> {
  requireRole(actor, 'editor')
  const { workflowIds } = bulk
  if (workflowIds.length === 0 || workflowIds.length > MAX_IDS)
    throw new AppError('BAD_REQUEST', `Cannot process ${workflowIds.length} workflows; give 1 to ${MAX_IDS} ids.`)
  const bulkErrorResults: Record<string, string> = {}
  const bulkSuccessfulResults: string[] = []
  const results = await Promise.allSettled(workflowIds.map((id) => act(app, actor, { ...bulk, workflowId: id })))
  for (const [i, result] of results.entries()) {
    const id = workflowIds[i] ?? ''
    if (result.status === 'fulfilled') bulkSuccessfulResults.push(id)
    else if (result.reason instanceof AppError) bulkErrorResults[id] = result.reason.message
    else throw result.reason
  }
  return { bulkErrorResults, bulkSuccessfulResults }
}

function act(app: App, actor: Actor, bulk: BulkWorkflows & { readonly workflowId: string }): Promise<void> {
  const { workflowId, reason = null, useLatest = false, triggerFailureWorkflow = false } = bulk
  switch (bulk.action) {
    case 'pause':
      return pauseWorkflow(app, actor, workflowId)
    case 'resume':
      return resumeWorkflow(app, actor, workflowId)
    case 'restart':
      return restartWorkflow(app, actor, { workflowId, useLatest })
    case 'retry':
      return retryWorkflow(app, actor, { workflowId, resumeSubworkflowTasks: false })
    case 'terminate':
      return terminateWorkflow(app, actor, { workflowId, reason, triggerFailureWorkflow })
    case 'remove':
      return removeWorkflow(app, actor, workflowId)
    case 'terminate-remove':
      return terminateAndRemove(app, actor, { workflowId, reason })
  }
}
