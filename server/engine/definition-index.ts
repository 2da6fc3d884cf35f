import type { WorkflowDef, WorkflowTask } from '@/server/model/workflow-def'

/** Where a task stands in its definition: what follows it, and what holds the list that it is in. */
export interface Position {
  readonly task: WorkflowTask
  /** The next task of the same list. */
  readonly next: WorkflowTask | null
  readonly owner: Owner
  /** Reference name of the innermost loop around it. */
  readonly loop: string | null
}

export type Owner =
  | { readonly kind: 'root' | 'branch' | 'body' }
  /** A case of the SWITCH or DECISION of this reference name. */
  | { readonly kind: 'case'; readonly of: string }

export type Positions = ReadonlyMap<string, Position>

const indexes = new WeakMap<WorkflowDef, Positions>()

/** Built once for each definition object, which executions of the same snapshot share. */
export function indexDefinition(definition: WorkflowDef): Positions {
  const known = indexes.get(definition)
  if (known) return known
  const positions = positionsIn({ tasks: definition.tasks, owner: { kind: 'root' }, loop: null })
  indexes.set(definition, positions)
  return positions
}

export interface TaskList {
  readonly tasks: readonly WorkflowTask[]
  readonly owner: Owner
  readonly loop: string | null
}

/** Every task of the list at any depth, by reference name. */
export function positionsIn(list: TaskList): Positions {
  const positions = new Map<string, Position>()
  const lists: TaskList[] = [list]
  for (let current = lists.pop(); current !== undefined; current = lists.pop()) {
    const { tasks, owner, loop } = current
    tasks.forEach((task, at) => {
      positions.set(task.taskReferenceName, { task, next: tasks[at + 1] ?? null, owner, loop })
      lists.push(...listsInside(task, loop))
    })
  }
  return positions
}

function listsInside(task: WorkflowTask, loop: string | null): TaskList[] {
  const ref = task.taskReferenceName
  const cases = [...Object.values(task.decisionCases), task.defaultCase]
  return [
    ...cases.map((tasks): TaskList => ({ tasks, owner: { kind: 'case', of: ref }, loop })),
    ...task.forkTasks.map((tasks): TaskList => ({ tasks, owner: { kind: 'branch' }, loop })),
    { tasks: task.loopOver, owner: { kind: 'body' }, loop: ref },
  ]
}
