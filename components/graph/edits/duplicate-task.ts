import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { allReferences, freeReference, referencesIn, renameUses } from '@/components/graph/references'
import { spanAt } from '@/components/graph/task-span'
import { insertTasks } from './insert-tasks'

/** A copy right behind the original, with references of its own, also inside. */
export function duplicateTask(definition: Definition, path: JsonPath): Definition {
  const { list, start, tasks } = spanAt(definition, path)
  const place = { list, index: start + tasks.length }
  return insertTasks(definition, place, copyTasks(tasks, allReferences(definition)))
}

/** Uses of tasks inside the copy follow to the copy; uses of tasks outside stay. */
export function copyTasks(tasks: readonly GraphTask[], taken: Set<string>): GraphTask[] {
  const names = new Map(referencesIn(tasks).map((reference) => [reference, freeReference(reference, taken)]))
  return mapTasks(tasks, (task) => ({
    ...renameUses(task, names),
    taskReferenceName: names.get(task.taskReferenceName) ?? task.taskReferenceName,
    ...(task.joinOn ? { joinOn: task.joinOn.map((reference) => names.get(reference) ?? reference) } : {}),
  }))
}
