import type { DefinitionSnapshot, Task } from '@/server/model/execution'
import { tasksByRef, withoutIteration } from '@/server/model/tasks-by-ref'
import type { WorkflowTask } from '@/server/model/workflow-def'

/** As stored: `workflowTask` only where the definition does not hold it. */
export interface TaskRow extends Omit<Task, 'workflowTask' | 'dynamic'> {
  readonly workflowTask: WorkflowTask | null
}

export function rowOfTask({ dynamic, workflowTask, ...row }: Task): TaskRow {
  return { ...row, workflowTask: dynamic ? workflowTask : null }
}

/** A stored row finds its part of the definition by its reference name, less the turns of the loops around it. */
export function taskOfRow(row: TaskRow, snapshot: DefinitionSnapshot): Task {
  return {
    ...row,
    workflowTask: row.workflowTask ?? definitionOf(row.referenceTaskName, snapshot),
    dynamic: row.workflowTask !== null,
  }
}

function definitionOf(referenceTaskName: string, snapshot: DefinitionSnapshot): WorkflowTask {
  const refs = tasksByRef(snapshot.definition)
  let ref = referenceTaskName
  for (;;) {
    const found = refs.get(ref)
    if (found) return found
    const outer = withoutIteration(ref)
    if (outer === ref) throw new Error(`The task ${referenceTaskName} is not part of its workflow's definition.`)
    ref = outer
  }
}
