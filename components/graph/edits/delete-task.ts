import type { Definition, JsonPath } from '@/components/graph/definition'
import { keepJoins } from '@/components/graph/keep-joins'
import { spanAt } from '@/components/graph/task-span'
import { updateList } from '@/components/graph/update-at'
import { removeForkBranch } from './remove-fork-branch'

/** Deletes a task; a fork goes with its JOIN, and a branch whose last task goes, goes too: Conductor has no empty ones. */
export function deleteTask(definition: Definition, path: JsonPath): Definition {
  const { list, start, tasks } = spanAt(definition, path)
  const isBranch = list.at(-2) === 'forkTasks'
  let isEmpty = false
  const deleted = updateList(definition, list, (siblings) => {
    const rest = siblings.toSpliced(start, tasks.length)
    isEmpty = rest.length === 0
    return rest
  })
  if (isBranch && isEmpty) return removeForkBranch(definition, list.slice(0, -2), list.at(-1) as number)
  return keepJoins(definition, deleted)
}
