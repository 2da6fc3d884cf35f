import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { keepJoins } from '@/components/graph/keep-joins'
import { spanAt } from '@/components/graph/task-span'
import { taskAt, updateAt, updateList } from '@/components/graph/update-at'

/** A fork without branches means nothing: the last branch takes fork and JOIN along. */
export function removeForkBranch(definition: Definition, fork: JsonPath, index: number): Definition {
  const branches = taskAt(definition, fork)?.forkTasks ?? []
  if (branches.length > 1) {
    const rest = updateAt(definition, [...fork, 'forkTasks'], (value) => (value as GraphTask[][]).toSpliced(index, 1))
    return keepJoins(definition, rest)
  }
  const { list, start, tasks } = spanAt(definition, fork)
  if (list.at(-2) === 'forkTasks' && (taskAt(definition, list) as unknown as GraphTask[]).length === tasks.length) {
    return removeForkBranch(definition, list.slice(0, -2), list.at(-1) as number)
  }
  return keepJoins(
    definition,
    updateList(definition, list, (siblings) => siblings.toSpliced(start, tasks.length)),
  )
}
