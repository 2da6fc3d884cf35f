import type { Task } from '@/server/model/execution'

/**
 * Reference names inside loops. A row of turn N of a loop is called `ref__N`; in a loop inside turn M of another one
 * it is `ref__M__N` (the reference server drops the outer turn there, so that its rows collide).
 */
export function baseRef(task: Task): string {
  return task.workflowTask.taskReferenceName
}

/** `''` outside loops, else `__N` or `__M__N`. */
export function suffixOf(task: Task): string {
  return task.referenceTaskName.slice(baseRef(task).length)
}

/** The suffix of the turn around the loop that this suffix belongs to. */
export function outerSuffix(suffix: string): string {
  return suffix.slice(0, Math.max(0, suffix.lastIndexOf('__')))
}

/** The row names that a JOIN waits for: its `joinOn`, in the JOIN's own turn. An EXCLUSIVE_JOIN has defaults besides. */
export function joinRefs(join: Task): readonly string[] {
  const { joinOn, defaultExclusiveJoinTask } = join.inputData
  const suffix = suffixOf(join)
  const listed = [joinOn, defaultExclusiveJoinTask].flatMap((refs) => (Array.isArray(refs) ? refs : []))
  return [...new Set(listed.map((ref) => `${ref}${suffix}`))]
}
