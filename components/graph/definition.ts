import type { WorkflowDefInput, WorkflowTaskInput } from '@/server/model/workflow-def'

/** What a person wrote: the graph and its edits never fill in defaults, so that nothing appears in the text unasked. */
export type Definition = WorkflowDefInput
export type GraphTask = WorkflowTaskInput

/** The JSON path of a task or of a list of tasks: `['tasks', 1, 'forkTasks', 0, 2]`. */
export type JsonPath = readonly (string | number)[]

/** Between two tasks: `index` is where a new task would stand in the list at `list`. */
export interface Place {
  readonly list: JsonPath
  readonly index: number
}

export function taskType(task: GraphTask): string {
  return task.type ?? 'SIMPLE'
}

export function samePath(a: JsonPath, b: JsonPath): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i])
}

export function startsWith(path: JsonPath, prefix: JsonPath): boolean {
  return prefix.length <= path.length && prefix.every((step, i) => step === path[i])
}
