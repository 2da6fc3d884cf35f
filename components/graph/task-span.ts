import { type Definition, type GraphTask, type JsonPath, taskType } from './definition'
import { listAt } from './update-at'

/** Tasks that stand and fall together: a fork and the JOIN behind it; any other task alone. */
export interface TaskSpan {
  readonly list: JsonPath
  readonly start: number
  readonly tasks: readonly GraphTask[]
}

const FORKS: ReadonlySet<string> = new Set(['FORK_JOIN', 'FORK_JOIN_DYNAMIC'])

export function spanAt(definition: Definition, path: JsonPath): TaskSpan {
  const list = path.slice(0, -1)
  const tasks = listAt(definition, list)
  const index = path.at(-1) as number
  const start = isForkWithJoin(tasks, index - 1) ? index - 1 : index
  const count = isForkWithJoin(tasks, start) ? 2 : 1
  return { list, start, tasks: tasks.slice(start, start + count) }
}

export function isForkWithJoin(tasks: readonly GraphTask[], index: number): boolean {
  const fork = tasks[index]
  const join = tasks[index + 1]
  return fork !== undefined && join !== undefined && FORKS.has(taskType(fork)) && taskType(join) === 'JOIN'
}
