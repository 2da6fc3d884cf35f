import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { keepJoins } from '@/components/graph/keep-joins'
import { updateAt } from '@/components/graph/update-at'

/** A new branch at the right with its first tasks, since Conductor refuses an empty one; the JOIN waits for it. */
export function addForkBranch(definition: Definition, fork: JsonPath, tasks: readonly GraphTask[]): Definition {
  const added = updateAt(definition, [...fork, 'forkTasks'], (value) => [
    ...((value as GraphTask[][] | null) ?? []),
    tasks,
  ])
  return keepJoins(definition, added)
}
