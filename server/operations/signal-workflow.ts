import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId, isUuid } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { TaskResultStatus } from '@/server/model/status'
import { tenantOf } from '@/server/platform/tenant'
import { unknownWorkflow } from '@/server/store/store'
import type { App } from './app'
import { awaitRun } from './await-run'
import { checkOutputSize } from './check-output-size'
import { type BlockingTask, findBlockingTask } from './find-blocking-task'

export interface Signal {
  readonly workflowId: string
  readonly status: TaskResultStatus
  readonly output: JsonObject
}

export interface SyncSignal extends Signal {
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

const MAX_WAIT_MS = 60_000
/** What Conductor writes on a row that a signal has ended. */
const NEVER_AGAIN_S = 2_147_483_647

/** Answers the first task, at any depth, that waits for somebody's word; null when none does. */
export async function signalWorkflow(app: App, actor: Actor, signal: Signal): Promise<BlockingTask | null> {
  requireRole(actor, 'editor')
  const { workflowId, status, output } = signal
  checkOutputSize(output, app.limits)
  const tenant = tenantOf(app.db, actor.namespaceId)
  const known = isUuid(workflowId)
    ? await tenant.rows('select 1 from executions where namespace_id = $1 and id = $2', [workflowId])
    : []
  if (known.length === 0) throw unknownWorkflow(workflowId)
  const blocking = await findBlockingTask(tenant, workflowId, 'any')
  if (blocking === null) return null
  const outcome = await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(blocking.workflowId),
    event: {
      type: 'task-result',
      taskId: blocking.taskId,
      status,
      output,
      mergeOutput: false,
      reasonForIncompletion: null,
      callbackAfterSeconds: NEVER_AGAIN_S,
      extendLease: false,
      workerId: null,
    },
  })
  await outcome.settled()
  return blocking
}

/** And waits until the workflow has ended or needs another word; false: the time was up first. */
export async function signalAndWait(app: App, actor: Actor, signal: SyncSignal): Promise<boolean | null> {
  const blocking = await signalWorkflow(app, actor, signal)
  if (blocking === null) return null
  const waitMs = Math.min(signal.timeoutMs, MAX_WAIT_MS)
  const awaited = { workflowId: signal.workflowId, refs: [], waitMs, signal: signal.signal }
  return awaitRun(app, tenantOf(app.db, actor.namespaceId), awaited)
}
