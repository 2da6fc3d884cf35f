import { childLists } from '@/components/graph/child-lists'
import { type Definition, type GraphTask, type JsonPath, taskType } from '@/components/graph/definition'

/** A task with its place in the tree. Numbers follow reading order, so a container's insides are one range. */
export interface NumberedTask {
  readonly index: number
  readonly task: GraphTask
  readonly type: string
  readonly path: JsonPath
  /** The container it stands in; null at the top. */
  readonly parent: number | null
  /** Which of the container's lists. */
  readonly list: number
  /** The tasks inside it are `index + 1` … `end - 1`. */
  readonly end: number
  /** Numbers of the tasks in each of its lists, in order. */
  readonly lists: readonly (readonly number[])[]
  /** It may end without success and the workflow goes on. */
  readonly mayFail: boolean
}

export interface NumberedTasks {
  readonly tasks: readonly NumberedTask[]
  readonly root: readonly number[]
}

export function numberTasks(definition: Definition): NumberedTasks {
  const tasks: NumberedTask[] = []
  const number = (list: { tasks: readonly GraphTask[]; path: JsonPath }, parent: number | null, at: number): number[] =>
    list.tasks.map((task, i) => {
      const index = tasks.length
      const path = [...list.path, i]
      // Its place in reading order is taken before its insides are numbered.
      tasks.push(undefined as unknown as NumberedTask)
      const lists = childLists(task, path).map((child, which) => number(child, index, which))
      const mayFail = task.optional === true || task.permissive === true
      tasks[index] = { index, task, type: taskType(task), path, parent, list: at, end: tasks.length, lists, mayFail }
      return index
    })
  const root = number({ tasks: definition.tasks ?? [], path: ['tasks'] }, null, 0)
  return { tasks, root }
}

export function isInside(tasks: readonly NumberedTask[], inner: number, outer: number): boolean {
  return inner > outer && inner < (tasks[outer]?.end ?? 0)
}

/** The loops around a task, innermost first. */
export function loopsAround(tasks: readonly NumberedTask[], index: number): number[] {
  const loops: number[] = []
  for (let at = tasks[index]?.parent ?? null; at !== null; at = tasks[at]?.parent ?? null) {
    if (tasks[at]?.type === 'DO_WHILE') loops.push(at)
  }
  return loops
}
