import type { TaskId } from '@/server/model/ids'
import { isTerminalTask } from '@/server/model/status'
import { changeTask } from './draft'
import type { Step } from './operators/operator'
import { operatorOf } from './operators/registry'
import { limitsOf } from './task-queue'

/** The work of rows that are new or due. False: there are none. */
export function beginFresh(step: Step): boolean {
  const { draft } = step
  const fresh = draft.fresh
  draft.fresh = []
  for (const id of fresh) {
    if (draft.ending !== null) break
    beginOne(step, id)
  }
  return fresh.length > 0
}

function beginOne(step: Step, id: TaskId): void {
  const { draft } = step
  const task = draft.rows.tasks.get(id)
  if (task === undefined || isTerminalTask(task.status) || task.deliverAt > draft.context.now) return
  const waitsForPlace = task.status === 'SCHEDULED' && draft.context.unlimited !== true
  if (waitsForPlace && limitsOf(draft.snapshot, task) !== null) return
  operatorOf(task).begin(step, task.startTime === 0 ? changeTask(draft, task, { startTime: draft.context.now }) : task)
}
