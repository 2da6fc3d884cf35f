import type { Task } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import type { TaskRows } from './row-tables'
import type { Table } from './tables'
import { baseRef, outerSuffix, suffixOf } from './task-refs'

/** A row is gone: the names that meant it mean the one before it. */
export function fallBack(rows: TaskRows, gone: Task): void {
  const ref = gone.referenceTaskName
  if (rows.latest.get(ref) === gone.taskId) point(rows.latest, ref, earlierAttempt(rows, gone))
  const base = baseRef(gone)
  if (rows.latestByBase.get(base) === gone.taskId) point(rows.latestByBase, base, newestOfOthers(rows, gone))
}

function point(names: Table<string, TaskId>, name: string, row: Task | undefined): void {
  if (row === undefined) names.delete(name)
  else names.set(name, row.taskId)
}

function earlierAttempt(rows: TaskRows, task: Task): Task | undefined {
  if (task.retriedTaskId === null) return undefined
  // Attempts in between may have gone before it.
  return (
    rows.tasks.get(task.retriedTaskId) ?? newestByScan(rows, (row) => row.referenceTaskName === task.referenceTaskName)
  )
}

/** Of the turns that are left, the last one's; outside loops only an earlier attempt has the same name. */
function newestOfOthers(rows: TaskRows, task: Task): Task | undefined {
  const suffix = suffixOf(task)
  if (suffix === '') return earlierAttempt(rows, task)
  if (outerSuffix(suffix) !== '') return newestByScan(rows, (row) => baseRef(row) === baseRef(task))
  for (let turn = Number(suffix.slice(2)); turn > 0; turn -= 1) {
    const id = rows.latest.get(`${baseRef(task)}__${turn}`)
    if (id !== undefined) return rows.tasks.get(id)
  }
  // A branch of a dynamic fork may have the name of a task outside the loop.
  const outside = rows.latest.get(baseRef(task))
  return outside === undefined ? undefined : rows.tasks.get(outside)
}

function newestByScan(rows: TaskRows, isMeant: (row: Task) => boolean): Task | undefined {
  let newest: Task | undefined
  for (const id of rows.tasks.keys()) {
    const row = rows.tasks.get(id)
    if (row !== undefined && isMeant(row) && row.seq >= (newest?.seq ?? 0)) newest = row
  }
  return newest
}
