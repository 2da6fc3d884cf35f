import type { Task } from '@/server/model/execution'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { entryOf } from './add-task'
import { changeTask, type Draft } from './draft'
import type { Place, Step } from './operators/operator'
import { operatorOf } from './operators/registry'
import { latestTask, positionAt, positionOf } from './task-rows'

/** As in Conductor, a task whose name a dynamic branch has used does not run: control goes on behind it. */
function behindTaken({ rows }: Draft, task: WorkflowTask | null, place: Place): WorkflowTask | null {
  let next = task
  while (next !== null && !place.dynamic && latestTask(rows, next.taskReferenceName + place.suffix)?.dynamic === true)
    next = positionAt(rows, next.taskReferenceName, place)?.after ?? null
  return next
}

/**
 * Control left a row: on to the next task of its list, at the end of a case to the task after the switch. The end of
 * a fork's branch or of a loop's turn leads nowhere: the JOIN and the DO_WHILE are there already and look by themselves.
 */
export function followTask(step: Step, task: Task): void {
  const left = changeTask(step.draft, task, { executed: true })
  const branch = operatorOf(left).branch?.(left) ?? null
  const { place } = entryOf(left)
  const next = behindTaken(step.draft, branch ?? positionOf(step.draft.rows, left)?.after ?? null, place)
  if (next === null) return
  const row = latestTask(step.draft.rows, next.taskReferenceName + place.suffix)
  // A row of that name is there when a retry made control pass here a second time, or when it was skipped.
  if (row === undefined || row.status === 'SKIPPED') step.enter({ task: next, place })
}
