import type { NodeDecoration } from '@/components/canvas/node-decoration'
import type { Poller, RunTask, RunView } from '@/server/model/run-view'
import { isTerminalTask, type TaskStatus } from '@/server/model/status'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { describeChildren, newestAttempts } from './describe-children'
import { describeTask } from './describe-task'
import { findNotTaken } from './find-not-taken'
import { indexRun, latestRow, type RunIndex } from './run-index'
import { waitingLine } from './waiting-line'

/** What the graph shows on each node of the definition: the newest row's state, and what was never reached. */
export function deriveDecorations(view: RunView, pollers: readonly Poller[] = []): Record<string, NodeDecoration> {
  const index = indexRun(view)
  const notTaken = findNotTaken(view, index)
  const decorations: Record<string, NodeDecoration> = {}
  for (const [ref, task] of index.definitions) {
    const row = latestRow(index, ref)
    if (row) decorations[ref] = decorate({ view, index, pollers }, task, row)
    else if (notTaken.has(ref)) decorations[ref] = NOT_TAKEN
  }
  return decorations
}

const NOT_TAKEN: NodeDecoration = { notTaken: true }

interface Scene {
  readonly view: RunView
  readonly index: RunIndex
  readonly pollers: readonly Poller[]
}

function decorate({ view, index, pollers }: Scene, task: WorkflowTask, row: RunTask): NodeDecoration {
  const ref = task.taskReferenceName
  const attempts = (index.rows.get(ref) ?? []).filter(
    (other) => other.referenceTaskName === row.referenceTaskName,
  ).length
  const line = describeChildren(index, task) ?? describeTask(row, task)
  const waiting = isTerminalTask(row.status) ? null : waitingLine(row, view.now, pollers)
  return {
    status: row.status,
    ...(line === null ? {} : { line }),
    ...(waiting === null ? {} : { waiting }),
    ...durationOf(row, view.now),
    ...(attempts > 1 ? { attempts } : {}),
    ...(task.type === 'SWITCH' && row.note !== null ? { selectedCase: row.note } : {}),
    ...branchesOf(index, task),
    ...(task.type === 'DO_WHILE' ? { iterations: Math.max(1, row.iteration, latestTurn(index, task)) } : {}),
  }
}

function branchesOf(index: RunIndex, task: WorkflowTask): { readonly branches?: readonly TaskStatus[] } {
  const children = index.children.get(task.taskReferenceName)
  return children ? { branches: newestAttempts(children).map((row) => row.status) } : {}
}

function durationOf(row: RunTask, now: number): { readonly durationMs?: number } {
  if (row.status === 'SKIPPED') return {}
  const from = row.startTime || row.scheduledTime
  return { durationMs: Math.max(0, (row.endTime || now) - from) }
}

function latestTurn(index: RunIndex, loop: WorkflowTask): number {
  return Math.max(0, ...loop.loopOver.map((task) => latestRow(index, task.taskReferenceName)?.iteration ?? 0))
}
