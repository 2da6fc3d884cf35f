import { createExecution, type Execution } from '@/server/engine/execution'
import { rowOfTask, type TaskRow, taskOfRow } from '@/server/engine/task-of-row'
import type { DefinitionSnapshot, Task, Workflow } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'

/** An execution as the database holds it: written as text and read back, so that memory shares nothing with it. */
export interface Stored {
  header: Workflow
  snapshot: DefinitionSnapshot
  readonly rows: Map<TaskId, Task>
  wakeAt: number | null
  /** A timer took the wake-up; should its decision never come, the moment that it left behind brings the next one. */
  taken: boolean
}

export function putHeader(stored: Stored, workflow: Workflow): void {
  stored.header = JSON.parse(JSON.stringify(workflow)) as Workflow
}

export function putStored(stored: Stored, task: Task): void {
  const row = JSON.parse(JSON.stringify(rowOfTask(task))) as TaskRow
  stored.rows.set(task.taskId, taskOfRow(row, stored.snapshot))
}

export function storedTasks(stored: Stored): Task[] {
  return [...stored.rows.values()].sort((a, b) => a.seq - b.seq)
}

/** The way in which the store makes an execution from its rows. */
export function rebuild(stored: Stored): Execution {
  const execution = createExecution(stored.header, stored.snapshot, storedTasks(stored))
  execution.wakeAt = stored.wakeAt
  return execution
}

/** A decision's update of one row: only what it changed. What a claim wrote meanwhile stays, as in the database. */
export function mergeStored(stored: Stored, before: Task, after: Task): void {
  const row = stored.rows.get(before.taskId)
  if (row === undefined) throw new Error(`The row of ${before.referenceTaskName} is gone.`)
  const changed = Object.entries(after).filter(([key, value]) => before[key as keyof Task] !== value)
  putStored(stored, { ...row, ...Object.fromEntries(changed) })
}
