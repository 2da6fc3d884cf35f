import { type Definition, type GraphTask, type JsonPath, taskType } from './definition'

export interface ChildList {
  readonly path: JsonPath
  readonly tasks: readonly GraphTask[]
}

/** The lists of tasks directly inside a task, in drawing order; each type has only its own. */
export function childLists(task: GraphTask, path: JsonPath): ChildList[] {
  switch (taskType(task)) {
    case 'FORK_JOIN':
      return (task.forkTasks ?? []).map((tasks, i) => ({ path: [...path, 'forkTasks', i], tasks }))
    case 'SWITCH':
    case 'DECISION':
      return [
        ...Object.entries(task.decisionCases ?? {}).map(([key, tasks]) => ({
          path: [...path, 'decisionCases', key],
          tasks: tasks ?? [],
        })),
        { path: [...path, 'defaultCase'], tasks: task.defaultCase ?? [] },
      ]
    case 'DO_WHILE':
      return [{ path: [...path, 'loopOver'], tasks: task.loopOver ?? [] }]
    default:
      return []
  }
}

export interface LocatedTask {
  readonly task: GraphTask
  readonly path: JsonPath
}

/** Every task of the definition, containers before their children. */
export function* allTasks(definition: Definition): Generator<LocatedTask> {
  yield* tasksIn({ path: ['tasks'], tasks: definition.tasks ?? [] })
}

export function* tasksIn(list: ChildList): Generator<LocatedTask> {
  for (const [i, task] of list.tasks.entries()) {
    const path = [...list.path, i]
    yield { task, path }
    for (const child of childLists(task, path)) yield* tasksIn(child)
  }
}
