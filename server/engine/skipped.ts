import type { Task } from '@/server/model/execution'
import { asTaskId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { firstAttempt } from './add-task'
import type { Draft } from './draft'
import { followTask } from './next-tasks'
import { forkJoin } from './operators/fork-join'
import type { Entry, Step } from './operators/operator'
import { latestTask, putTask } from './task-rows'

/** What the skipped task is said to have got and given. */
export interface SkippedData {
  readonly taskInput: JsonObject
  readonly taskOutput: JsonObject
}

/** A row without a place in the order (`seq` 0) that carries the task's name as its type, as in Conductor. */
export function addSkipped(draft: Draft, entry: Entry, { taskInput, taskOutput }: SkippedData): void {
  const { now } = draft.context
  putTask(draft.rows, {
    ...firstAttempt(draft, { ...entry, operator: forkJoin }),
    taskId: asTaskId(draft.context.newId()),
    inputData: taskInput,
    outputData: taskOutput,
    taskType: entry.task.name,
    status: 'SKIPPED',
    seq: 0,
    startTime: now,
    endTime: now,
  })
}

/** Control reached a task that was skipped: it goes on behind it. */
export function passSkipped(step: Step, entry: Entry): boolean {
  const row = latestTask(step.draft.rows, entry.task.taskReferenceName + entry.place.suffix)
  if (!isSkipped(row)) return false
  followTask(step, row)
  return true
}

export function isSkipped(row: Task | undefined): row is Task {
  return row?.status === 'SKIPPED'
}
