import type { RunTask } from '@/server/model/run-view'
import { taskOfRow } from '@/server/model/tasks-by-ref'
import type { WorkflowDef } from '@/server/model/workflow-def'

/** Inside a loop a row is called `ref__<turn>`; the graph knows it as `ref`. Children of dynamic forks keep their own name. */
export function definitionRef(definition: WorkflowDef, task: RunTask): string {
  const name = task.referenceTaskName
  return task.dynamic ? name : (taskOfRow(definition, name)?.taskReferenceName ?? name)
}
