import type { RunView } from '@/server/model/run-view'
import { isTerminalTask, isTerminalWorkflow } from '@/server/model/status'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { latestRow, type RunIndex } from './run-index'
import { allTasks, nestedLists } from './walk-definition'

/** References that will not run any more: other cases of a decided SWITCH, and everything unreached once the run has ended. */
export function findNotTaken(view: RunView, index: RunIndex): ReadonlySet<string> {
  const idle = new Set<string>()
  const ended = isTerminalWorkflow(view.header.status)
  for (const task of allTasks(view.definition)) {
    if (ended && !index.rows.has(task.taskReferenceName)) idle.add(task.taskReferenceName)
    if (task.type !== 'SWITCH' && task.type !== 'DECISION') continue
    const row = latestRow(index, task.taskReferenceName)
    if (row && isTerminalTask(row.status)) addUnchosen(task, index, idle)
  }
  return idle
}

function addUnchosen(task: WorkflowTask, index: RunIndex, idle: Set<string>): void {
  for (const list of nestedLists(task)) {
    for (const inner of list) {
      if (index.rows.has(inner.taskReferenceName)) continue
      if (isLaterInChosenList(inner, list, index)) continue
      addAll(inner, idle)
    }
  }
}

/** In the chosen case the first task has a row; the ones after it are still to come. */
function isLaterInChosenList(inner: WorkflowTask, list: readonly WorkflowTask[], index: RunIndex): boolean {
  const first = list[0]
  return first !== undefined && first !== inner && index.rows.has(first.taskReferenceName)
}

function addAll(task: WorkflowTask, idle: Set<string>): void {
  idle.add(task.taskReferenceName)
  for (const list of nestedLists(task)) for (const inner of list) addAll(inner, idle)
}
