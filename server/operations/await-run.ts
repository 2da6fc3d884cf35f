import { isTerminalTask, isTerminalWorkflow, type TaskStatus, type WorkflowStatus } from '@/server/model/status'
import type { Tenant } from '@/server/platform/tenant'
import type { App } from './app'
import { findBlockingTask } from './find-blocking-task'

export interface AwaitedRun {
  readonly workflowId: string
  /** Any of these refs that ends, ends the wait. */
  readonly refs: readonly string[]
  readonly waitMs: number
  /** The caller went away. */
  readonly signal?: AbortSignal | undefined
}

const LOOK_AGAIN_MS = 250

/** Until the run has ended, an awaited task has, or somebody's word is needed; false: the time was up before. */
export async function awaitRun(app: App, tenant: Tenant, awaited: AwaitedRun): Promise<boolean> {
  const { workflowId, refs, waitMs, signal } = awaited
  const deadline = performance.now() + waitMs
  const news = watch(app, workflowId, signal)
  try {
    for (;;) {
      if (await isReached(tenant, workflowId, refs)) return true
      const left = deadline - performance.now()
      if (left <= 0 || signal?.aborted) return false
      await news.next(Math.min(left, LOOK_AGAIN_MS))
    }
  } finally {
    news.stop()
  }
}

interface Row {
  readonly status: WorkflowStatus
  readonly awaited: readonly TaskStatus[] | null
}

const STATE = `
  select e.status, (
    select json_agg(t.status) from tasks t where t.execution_id = e.id and not t.retried and t.ref = any($3::text[])
  ) as awaited
  from executions e where e.namespace_id = $1 and e.id = $2`

async function isReached(tenant: Tenant, workflowId: string, refs: readonly string[]): Promise<boolean> {
  const [row] = await tenant.rows<Row>(STATE, [workflowId, refs])
  if (!row || isTerminalWorkflow(row.status) || (row.awaited ?? []).some(isTerminalTask)) return true
  return (await findBlockingTask(tenant, workflowId, 'untimed')) !== null
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
