import type { RunTask } from '@/server/model/run-view'

const TURN = /(__\d+)+$/

/** Inside a loop Conductor names a task `ref__<turn>`; the definition knows it as `ref`. */
export function definitionRef(task: Pick<RunTask, 'referenceTaskName' | 'iteration'>): string {
  return task.iteration > 0 ? task.referenceTaskName.replace(TURN, '') : task.referenceTaskName
}
