import type { WorkflowDef, WorkflowTask } from '@/server/model/workflow-def'

/** Where a task stands in its definition: what follows it, and what the list that it is in belongs to. */
export interface Position {
  readonly task: WorkflowTask
  /** The next task of the same list. */
  readonly next: WorkflowTask | null
  /** Where control goes from here: `next`, or at the end of a case what comes after the choice. */
  readonly after: WorkflowTask | null
  readonly isRoot: boolean
  /** Reference name of the innermost loop around it. */
  readonly loop: string | null
}

export type Positions = ReadonlyMap<string, Position>

const indexes = new WeakMap<WorkflowDef, Positions>()

/** Built once for each definition object, which executions of the same snapshot share. */
export function indexDefinition(definition: WorkflowDef): Positions {
  const known = indexes.get(definition)
  if (known) return known
  const positions = positionsIn({ tasks: definition.tasks, isRoot: true, after: null, loop: null })
  indexes.set(definition, positions)
  return positions
}

export interface TaskList {
  readonly tasks: readonly WorkflowTask[]
  readonly isRoot: boolean
  /** Where control goes from the end of the list; the ends of branches and turns lead nowhere. */
  readonly after: WorkflowTask | null
  readonly loop: string | null
}

/** Every task of the list at any depth, by reference name. */
export function positionsIn(list: TaskList): Positions {
  const positions = new Map<string, Position>()
  const lists: TaskList[] = [list]
  for (let current = lists.pop(); current !== undefined; current = lists.pop()) {
    const { tasks, isRoot, loop } = current
    tasks.forEach((task, at) => {
      const next = tasks[at + 1] ?? null
      const position = { task, next, after: next ?? current.after, isRoot, loop }
      positions.set(task.taskReferenceName, position)
      lists.push(...listsInside(position))
    })
  }
  return positions
}

function listsInside({ task, after, loop }: Position): TaskList[] {
  const cases = [...Object.values(task.decisionCases), task.defaultCase]
  return [
    ...cases.map((tasks): TaskList => ({ tasks, isRoot: false, after, loop })),
    ...task.forkTasks.map((tasks): TaskList => ({ tasks, isRoot: false, after: null, loop })),
    { tasks: task.loopOver, isRoot: false, after: null, loop: task.taskReferenceName },
  ]
}
