import { allTasks } from '@/components/graph/child-lists'
import { type Definition, type GraphTask, type JsonPath, type Place, startsWith } from '@/components/graph/definition'
import { allReferences } from '@/components/graph/references'
import { spanAt, type TaskSpan } from '@/components/graph/task-span'
import { taskAt } from '@/components/graph/update-at'
import { deleteTask } from './delete-task'
import { copyTasks } from './duplicate-task'
import { insertTasks } from './insert-tasks'

/** Several tasks as one: in the order of the text, forks with their JOINs, and nothing twice that is inside another. */
export function spansOf(definition: Definition, paths: readonly JsonPath[]): readonly TaskSpan[] {
  const chosen = new Map<string, TaskSpan>()
  for (const path of paths) {
    const span = spanAt(definition, path)
    chosen.set(JSON.stringify([...span.list, span.start]), span)
  }
  const spans: TaskSpan[] = []
  for (const { path } of allTasks(definition)) {
    const span = chosen.get(JSON.stringify(path))
    if (span !== undefined && !spans.some((outer) => isInside(path, outer))) spans.push(span)
  }
  return spans
}

export function tasksAt(definition: Definition, paths: readonly JsonPath[]): GraphTask[] {
  return spansOf(definition, paths).flatMap((span) => span.tasks)
}

/** From the end, so that the paths in front stay true. */
export function deleteTasks(definition: Definition, paths: readonly JsonPath[]): Definition {
  return spansOf(definition, paths).reduceRight((rest, { list, start, tasks }) => {
    const path = [...list, start]
    return taskAt(rest, path)?.taskReferenceName === tasks[0]?.taskReferenceName ? deleteTask(rest, path) : rest
  }, definition)
}

/** Copies behind the last of them, in the list where that stands. */
export function duplicateTasks(definition: Definition, paths: readonly JsonPath[]): Pasted {
  const last = spansOf(definition, paths).at(-1)
  if (last === undefined) return { definition, tasks: [] }
  const place = { list: last.list, index: last.start + last.tasks.length }
  return pasteTasks(definition, place, tasksAt(definition, paths))
}

export interface Pasted {
  readonly definition: Definition
  /** As they were inserted. */
  readonly tasks: readonly GraphTask[]
}

/** References that are taken get a number; uses among the pasted tasks follow. */
export function pasteTasks(definition: Definition, place: Place, tasks: readonly GraphTask[]): Pasted {
  const fresh = copyTasks(tasks, allReferences(definition))
  return { definition: insertTasks(definition, place, fresh), tasks: fresh }
}

function isInside(path: JsonPath, { list, start, tasks }: TaskSpan): boolean {
  return tasks.some((_, i) => startsWith(path, [...list, start + i]))
}
