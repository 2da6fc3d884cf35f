import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId, type WorkflowId } from '@/server/model/ids'
import type { StartWorkflowRequest } from '@/server/model/requests'
import { isTerminalTask, isTerminalWorkflow, type TaskStatus, type WorkflowStatus } from '@/server/model/status'
import { type Tenant, tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { startWorkflow } from './start-workflow'

export interface ExecuteRequest {
  readonly start: StartWorkflowRequest
  /** Any of these refs that ends, ends the wait. */
  readonly waitUntilTaskRefs: readonly string[]
  /** 0 stands for the default. */
  readonly waitForSeconds: number
  readonly signal?: AbortSignal | undefined
}

const DEFAULT_WAIT_SECONDS = 10
const MAX_WAIT_SECONDS = 60
const LOOK_AGAIN_MS = 250

/**
 * Starts and answers when the run has ended, an awaited task has, an untimed WAIT blocks it, or the time is up: the
 * caller then reads its state, whichever it is.
 */
export async function executeWorkflow(app: App, actor: Actor, request: ExecuteRequest): Promise<WorkflowId> {
  requireRole(actor, 'editor')
  const seconds = Math.min(request.waitForSeconds || DEFAULT_WAIT_SECONDS, MAX_WAIT_SECONDS)
  const deadline = app.clock.now() + seconds * 1000
  const workflowId = await startWorkflow(app, actor, request.start)
  const tenant = tenantOf(app.db, actor.namespaceId)
  const news = watch(app, workflowId, request.signal)
  try {
    while (app.clock.now() < deadline && !request.signal?.aborted) {
      if (await isReached(tenant, workflowId, request.waitUntilTaskRefs)) break
      await news.next(Math.min(deadline - app.clock.now(), LOOK_AGAIN_MS))
    }
  } finally {
    news.stop()
  }
  return asWorkflowId(workflowId)
}

interface Row {
  readonly status: WorkflowStatus
  readonly tasks: readonly { readonly ref: string; readonly status: TaskStatus; readonly blocks: boolean }[] | null
}

const STATE = `
  select e.status, (
    select json_agg(json_build_object('ref', t.ref, 'status', t.status,
      'blocks', t.type = 'WAIT' and t.status = 'IN_PROGRESS' and t.wait_timeout = 0))
    from tasks t where t.execution_id = e.id and not t.retried
      and (t.ref = any($3::text[]) or (t.type = 'WAIT' and t.status = 'IN_PROGRESS'))
  ) as tasks
  from executions e where e.namespace_id = $1 and e.id = $2`

async function isReached(tenant: Tenant, workflowId: string, refs: readonly string[]): Promise<boolean> {
  const [row] = await tenant.rows<Row>(STATE, [workflowId, refs])
  if (!row || isTerminalWorkflow(row.status)) return true
  return (row.tasks ?? []).some((task) => task.blocks || (refs.includes(task.ref) && isTerminalTask(task.status)))
}

/** Wake-ups of one execution; those that came before `next` count. */
function watch(app: App, workflowId: string, signal: AbortSignal | undefined) {
  let hasNews = false
  let wake = (): void => undefined
  const stop = app.live.subscribe(workflowId, () => {
    hasNews = true
    wake()
  })
  const leave = (): void => wake()
  signal?.addEventListener('abort', leave)
  return {
    stop() {
      signal?.removeEventListener('abort', leave)
      stop()
    },
    next: (maxMs: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, hasNews ? 0 : maxMs)
        hasNews = false
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
  }
}
