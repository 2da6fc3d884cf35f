import type { GraphTask } from './definition'

/** Applies a change to every task of a list, innermost first; a list in which nothing changed keeps its identity. */
export function mapTasks(tasks: readonly GraphTask[], change: (task: GraphTask) => GraphTask): GraphTask[] {
  const next = tasks.map((task) => change(mapChildren(task, change)))
  return next.some((task, i) => task !== tasks[i]) ? next : (tasks as GraphTask[])
}

function mapChildren(task: GraphTask, change: (task: GraphTask) => GraphTask): GraphTask {
  const changed: Partial<GraphTask> = {}
  if (task.forkTasks) {
    const branches = task.forkTasks.map((branch) => mapTasks(branch, change))
    if (branches.some((branch, i) => branch !== task.forkTasks?.[i])) changed.forkTasks = branches
  }
  if (task.decisionCases) {
    const entries = Object.entries(task.decisionCases).map(([key, tasks]) => [key, mapTasks(tasks, change)] as const)
    if (entries.some(([key, tasks]) => tasks !== task.decisionCases?.[key]))
      changed.decisionCases = Object.fromEntries(entries)
  }
  for (const key of ['defaultCase', 'loopOver'] as const) {
    const list = task[key]
    if (!list) continue
    const next = mapTasks(list, change)
    if (next !== list) changed[key] = next
  }
  return Object.keys(changed).length === 0 ? task : { ...task, ...changed }
}
