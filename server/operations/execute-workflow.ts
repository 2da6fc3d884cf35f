import { type Actor, requireRole } from '@/server/model/actor'
import type { WorkflowId } from '@/server/model/ids'
import type { StartWorkflowRequest } from '@/server/model/requests'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { awaitRun } from './await-run'
import { startWorkflow } from './start-workflow'

export interface ExecuteRequest {
  readonly start: StartWorkflowRequest
  /** Any of these refs that ends, ends the wait. */
  readonly waitUntilTaskRefs: readonly string[]
  /** 0 stands for the default. */
  readonly waitForSeconds: number
  readonly signal?: AbortSignal | undefined
}

export interface Executed {
  readonly workflowId: WorkflowId
  /** False: the time was up first. */
  readonly inTime: boolean
}

const DEFAULT_WAIT_SECONDS = 10
const MAX_WAIT_SECONDS = 60

/**
 * Starts and answers when the run has ended, an awaited task has, an untimed WAIT blocks it, or the time is up: the
 * caller then reads its state, whichever it is.
 */
export async function executeWorkflow(app: App, actor: Actor, request: ExecuteRequest): Promise<Executed> {
  requireRole(actor, 'editor')
  const { start, waitUntilTaskRefs: refs, signal } = request
  const waitMs = Math.min(request.waitForSeconds || DEFAULT_WAIT_SECONDS, MAX_WAIT_SECONDS) * 1000
  const workflowId = await startWorkflow(app, actor, start)
  const inTime = await awaitRun(app, tenantOf(app.db, actor.namespaceId), { workflowId, refs, waitMs, signal })
  return { workflowId, inTime }
}
