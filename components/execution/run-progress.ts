import type { RunTask, RunView } from '@/server/model/run-view'
import { isTerminalTask, isTerminalWorkflow } from '@/server/model/status'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { findNotTaken } from './find-not-taken'
import { latestRow, type RunIndex } from './run-index'

export interface Progress {
  readonly done: number
  readonly total: number
}

/**
 * Finished tasks out of those known to be needed. An undecided SWITCH counts its longest case, so that the bar
 * jumps forward when it decides and never back; each retry and each turn of a loop counts once.
 */
export function runProgress(view: RunView, index: RunIndex): Progress {
  const current = view.tasks.filter((task) => !task.retried)
  const done = current.filter(isDone).length
  if (isTerminalWorkflow(view.header.status)) return { done, total: current.length }
  const notTaken = findNotTaken(view, index)
  return { done, total: Math.max(done, current.length + countAhead(view.definition.tasks, { index, notTaken })) }
}

function isDone(task: RunTask): boolean {
  return task.status === 'COMPLETED' || task.status === 'COMPLETED_WITH_ERRORS' || task.status === 'SKIPPED'
}

interface Scope {
  readonly index: RunIndex
  readonly notTaken: ReadonlySet<string>
}

/** Tasks of the list that have no row yet and still may get one. */
function countAhead(tasks: readonly WorkflowTask[], scope: Scope): number {
  let count = 0
  for (const task of tasks) {
    if (scope.notTaken.has(task.taskReferenceName)) continue
    const row = latestRow(scope.index, task.taskReferenceName)
    if (row === undefined) count += 1
    count += countInside(task, row, scope)
  }
  return count
}

function countInside(task: WorkflowTask, row: RunTask | undefined, scope: Scope): number {
  if (task.type === 'SWITCH' || task.type === 'DECISION') {
    const cases = [...Object.values(task.decisionCases), task.defaultCase].map((list) => countAhead(list, scope))
    if (row && isTerminalTask(row.status)) return sum(cases)
    return Math.max(0, ...cases)
  }
  if (task.forkTasks.length > 0) return sum(task.forkTasks.map((branch) => countAhead(branch, scope)))
  return countAhead(task.loopOver, scope)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0)
}
