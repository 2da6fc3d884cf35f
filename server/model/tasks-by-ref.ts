import type { WorkflowDef, WorkflowTask } from './workflow-def'

const indexes = new WeakMap<WorkflowDef, ReadonlyMap<string, WorkflowTask>>()

/** Every task of a definition, at any depth, by its reference name. Built once for each definition object. */
export function tasksByRef(definition: WorkflowDef): ReadonlyMap<string, WorkflowTask> {
  const known = indexes.get(definition)
  if (known) return known
  const index = new Map(eachTask(definition).map((task) => [task.taskReferenceName, task]))
  indexes.set(definition, index)
  return index
}

/** Every task of a definition, at any depth, in no particular order. */
export function eachTask(definition: WorkflowDef): readonly WorkflowTask[] {
  const tasks: WorkflowTask[] = []
  const pending: WorkflowTask[] = [...definition.tasks]
  for (let task = pending.pop(); task; task = pending.pop()) {
    tasks.push(task)
    pending.push(...task.defaultCase, ...task.loopOver)
    for (const branch of [...task.forkTasks, ...Object.values(task.decisionCases)]) pending.push(...branch)
  }
  return tasks
}

/** Rows of a loop's turn are called `ref__N`, of a loop inside a loop `ref__M__N`. */
export function taskOfRow(definition: WorkflowDef, rowName: string): WorkflowTask | null {
  const refs = tasksByRef(definition)
  let ref = rowName
  for (;;) {
    const task = refs.get(ref)
    if (task) return task
    const outer = withoutIteration(ref)
    if (outer === ref) return null
    ref = outer
  }
}

export function withoutIteration(rowName: string): string {
  return rowName.replace(/__\d+$/, '')
}
