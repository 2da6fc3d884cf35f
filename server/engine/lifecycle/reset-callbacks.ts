import type { Refusal } from '@/server/engine/decision'
import { changeTask, type Draft } from '@/server/engine/draft'
import { openTasks } from '@/server/engine/task-rows'
import { isTerminalWorkflow } from '@/server/model/status'

/** What workers had postponed can be polled at once. */
export function resetCallbacks(draft: Draft): Refusal | null {
  const { status } = draft.workflow
  if (isTerminalWorkflow(status)) {
    return { code: 'CONFLICT', message: `Workflow is in terminal state. Status = ${status}` }
  }
  for (const task of openTasks(draft.rows)) {
    const isPostponed = task.status === 'SCHEDULED' && task.performer === 'worker' && task.callbackAfterMs > 0
    if (!isPostponed) continue
    changeTask(draft, task, { callbackAfterSeconds: 0, callbackAfterMs: 0, deliverAt: draft.context.now })
  }
  return null
}
