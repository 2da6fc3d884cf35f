import { tasksByRef } from '@/server/model/tasks-by-ref'
import type { WorkflowDef, WorkflowTask } from '@/server/model/workflow-def'

/**
 * A SUB_WORKFLOW without a version means the latest one at the start of its parent, as in Conductor. Names that are
 * expressions or come with an inline definition are left to the run.
 */
export function unpinnedChildren(definition: WorkflowDef): string[] {
  const names = [...tasksByRef(definition).values()].map(unpinnedName).filter((name) => name !== null)
  return [...new Set(names)]
}

export function pinChildren(definition: WorkflowDef, latest: ReadonlyMap<string, number>): WorkflowDef {
  if (latest.size === 0) return definition
  const pinTask = (task: WorkflowTask): WorkflowTask => {
    const version = latest.get(unpinnedName(task) ?? '')
    return {
      ...task,
      defaultCase: task.defaultCase.map(pinTask),
      loopOver: task.loopOver.map(pinTask),
      forkTasks: task.forkTasks.map((branch) => branch.map(pinTask)),
      decisionCases: Object.fromEntries(
        Object.entries(task.decisionCases).map(([value, branch]) => [value, branch.map(pinTask)]),
      ),
      ...(version === undefined ? {} : { subWorkflowParam: { ...task.subWorkflowParam, version } }),
    }
  }
  return { ...definition, tasks: definition.tasks.map(pinTask) }
}

function unpinnedName(task: WorkflowTask): string | null {
  const child = task.subWorkflowParam
  if (task.type !== 'SUB_WORKFLOW' || !child?.name || child.workflowDefinition) return null
  const isLatest = child.version === null || child.version === undefined || child.version === 0
  return isLatest && !child.name.includes('${') ? child.name : null
}
