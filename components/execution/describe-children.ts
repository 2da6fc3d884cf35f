import type { RunTask } from '@/server/model/run-view'
import { isTerminalTask } from '@/server/model/status'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { latestRow, type RunIndex } from './run-index'

/** `2 of 3` for a task that waits for others: a dynamic fork for its children, a JOIN for the branches it names. */
export function describeChildren(index: RunIndex, task: WorkflowTask): string | null {
  if (task.type === 'FORK_JOIN_DYNAMIC') return share(newestAttempts(index.children.get(task.taskReferenceName) ?? []))
  if (task.type !== 'JOIN') return null
  if (task.joinOn.length === 0) {
    return share(newestAttempts(index.children.get(index.forkOfJoin.get(task.taskReferenceName) ?? '') ?? []))
  }
  const ended = task.joinOn.filter((ref) => {
    const row = latestRow(index, ref)
    return row !== undefined && isTerminalTask(row.status)
  }).length
  return `${ended} of ${task.joinOn.length}`
}

export function newestAttempts(rows: readonly RunTask[]): readonly RunTask[] {
  return rows.filter((row) => !row.retried)
}

function share(rows: readonly RunTask[]): string | null {
  if (rows.length === 0) return null
  const ended = rows.filter((row) => isTerminalTask(row.status)).length
  return `${ended.toLocaleString('en-US')} of ${rows.length.toLocaleString('en-US')}`
}
