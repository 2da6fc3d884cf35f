import type { Task } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import { changeTask, type Draft, endTask } from './draft'
import { isRecalling } from './task-cache'

/** The cache's answer. A hit ends the row as Orkes does: never polled, marked as cached. A miss lets the work begin. */
export function applyRecalled(draft: Draft, task: Task, output: JsonObject | null): void {
  if (!isRecalling(task)) return
  const { recalling: _, ...state } = task.state ?? {}
  if (output === null) {
    const waits = changeTask(draft, task, { status: 'SCHEDULED', state })
    if (waits.performer !== 'worker') draft.fresh.push(waits.taskId)
    return
  }
  const { cache: _cache, ...others } = state
  endTask(draft, task, {
    status: 'COMPLETED',
    state: Object.keys(others).length === 0 ? null : others,
    startTime: task.startTime || draft.context.now,
    outputData: { ...output, _cachedResponse: true },
  })
}
