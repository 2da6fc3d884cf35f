import type { WorkflowDef, WorkflowTask } from '@/server/model/workflow-def'

/** The lists of tasks directly inside a task, in reading order. */
export function nestedLists(task: WorkflowTask): readonly (readonly WorkflowTask[])[] {
  return [...Object.values(task.decisionCases), task.defaultCase, ...task.forkTasks, task.loopOver]
}

/** Every task of a definition, parents before children. */
export function allTasks(definition: WorkflowDef): readonly WorkflowTask[] {
  const found: WorkflowTask[] = []
  const visit = (tasks: readonly WorkflowTask[]): void => {
    for (const task of tasks) {
      found.push(task)
      for (const list of nestedLists(task)) visit(list)
    }
  }
  visit(definition.tasks)
  return found
}
