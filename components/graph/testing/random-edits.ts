import fc from 'fast-check'
import { allTasks } from '@/components/graph/child-lists'
import { type Definition, type JsonPath, taskType } from '@/components/graph/definition'
import { addForkBranch } from '@/components/graph/edits/add-fork-branch'
import { deleteTask } from '@/components/graph/edits/delete-task'
import { duplicateTask } from '@/components/graph/edits/duplicate-task'
import { insertTasks } from '@/components/graph/edits/insert-tasks'
import { moveTask, moveTaskBy } from '@/components/graph/edits/move-task'
import { removeForkBranch } from '@/components/graph/edits/remove-fork-branch'
import { renameReference } from '@/components/graph/edits/rename-reference'
import { deleteTasks, duplicateTasks, pasteTasks, tasksAt } from '@/components/graph/edits/selection'
import { addSwitchCase, removeSwitchCase, renameSwitchCase } from '@/components/graph/edits/switch-cases'
import { updateTask } from '@/components/graph/edits/update-task'
import { unwrapTask, wrapTasks } from '@/components/graph/edits/wrap'
import { graphModel } from '@/components/graph/graph-model'
import { layout } from '@/components/graph/layout'
import { newTasks } from '@/components/graph/new-tasks'
import { TASK_CATALOG } from '@/components/graph/task-catalog'

export interface Edit {
  readonly kind: (typeof KINDS)[number]
  readonly a: number
  readonly b: number
}

const KINDS = [
  'insert',
  'delete',
  'duplicate',
  'move',
  'nudge',
  'branch',
  'unbranch',
  'case',
  'uncase',
  'recase',
  'rename',
  'update',
  'wrap',
  'unwrap',
  'delete several',
  'duplicate several',
  'wrap several',
  'paste',
] as const
const TYPES = TASK_CATALOG.flatMap((group) => group.kinds).map((kind) => kind.type)

export const randomEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...KINDS), a: fc.nat(1000), b: fc.nat(1000) }),
  { maxLength: 12 },
)

/** What a hand on the canvas can do: `a` chooses the task, `b` the rest. */
export function applyEdit(definition: Definition, { kind, a, b }: Edit): Definition {
  const places = layout(graphModel(definition)).edges.flatMap((edge) => edge.place ?? [])
  const place = pick(places, b)
  if (kind === 'insert')
    return place ? insertTasks(definition, place, newTasks(pick(TYPES, a) as string, definition)) : definition
  const located = pick([...allTasks(definition)], a)
  if (located === undefined) return definition
  const { task, path } = located
  const key = pick(Object.keys(task.decisionCases ?? {}), b)
  switch (kind) {
    case 'delete':
      return deleteTask(definition, path)
    case 'duplicate':
      return duplicateTask(definition, path)
    case 'move':
      return place ? moveTask(definition, path, place) : definition
    case 'nudge':
      return moveTaskBy(definition, path, b % 2 === 0 ? 1 : -1)
    case 'branch':
      return taskType(task) === 'FORK_JOIN'
        ? addForkBranch(definition, path, newTasks(pick(TYPES, b) as string, definition))
        : definition
    case 'unbranch':
      return taskType(task) === 'FORK_JOIN'
        ? removeForkBranch(definition, path, b % (task.forkTasks?.length ?? 1))
        : definition
    case 'case':
      return taskType(task) === 'SWITCH' ? addSwitchCase(definition, path, `new ${b}`) : definition
    case 'uncase':
      return key === undefined ? definition : removeSwitchCase(definition, path, key)
    case 'recase':
      return key === undefined ? definition : renameSwitchCase(definition, path, { from: key, to: `renamed ${a}` })
    case 'rename':
      return renameReference(definition, path, `renamed_${a}_${b}`)
    case 'wrap':
      return wrapTasks(definition, [path], pick(WRAPPINGS, b) ?? 'SWITCH').definition
    case 'unwrap':
      return unwrapTask(definition, path)
    case 'delete several':
      return deleteTasks(definition, some(definition, a, b))
    case 'duplicate several':
      return duplicateTasks(definition, some(definition, a, b)).definition
    case 'wrap several':
      return wrapTasks(definition, some(definition, a, b), pick(WRAPPINGS, a) ?? 'SWITCH').definition
    case 'paste':
      return place ? pasteTasks(definition, place, tasksAt(definition, [path])).definition : definition
    case 'update':
      return updateTask(definition, path, { description: b % 3 === 0 ? undefined : `text ${b}`, retryCount: b % 4 })
  }
}

const WRAPPINGS = ['FORK_JOIN', 'DO_WHILE', 'SWITCH'] as const

/** What a lasso or a few clicks may have caught: up to four tasks from anywhere. */
function some(definition: Definition, a: number, b: number): JsonPath[] {
  const paths = [...allTasks(definition)].map(({ path }) => path)
  return [a, a + 1, b, a + b].map((at) => pick(paths, at) as JsonPath)
}

function pick<T>(items: readonly T[], at: number): T | undefined {
  return items.length === 0 ? undefined : items[at % items.length]
}
