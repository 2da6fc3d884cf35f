import type { DefinitionSnapshot, Task, Workflow } from './execution'
import type { Json, JsonObject } from './json'
import { toWireWorkflowDef } from './wire-definition'
import { toWireTask } from './wire-task'

/** An execution as Conductor's clients read it. `tasks` comes in seq order; it is empty when they were not asked for. */
export function toWireWorkflow(workflow: Workflow, snapshot: DefinitionSnapshot, tasks: readonly Task[]): JsonObject {
  const wire: Record<string, Json> = {
    workflowId: workflow.workflowId,
    workflowName: workflow.workflowName,
    workflowVersion: workflow.workflowVersion,
    status: workflow.status,
    createTime: workflow.createTime,
    startTime: workflow.createTime,
    updateTime: workflow.updateTime,
    endTime: workflow.endTime,
    input: workflow.input,
    output: workflow.output,
    variables: workflow.variables,
    taskToDomain: workflow.taskToDomain,
    priority: workflow.priority,
    lastRetriedTime: workflow.lastRetriedTime,
    failedReferenceTaskNames: workflow.failedReferenceTaskNames,
    failedTaskNames: workflow.failedTaskNames,
    rateLimited: false,
    history: [],
    workflowDefinition: toWireWorkflowDef(snapshot.definition),
    tasks: tasks.map((task) => toWireTask(task, workflow, snapshot.taskDefs[task.taskDefName] ?? null)),
  }
  const optional = {
    correlationId: workflow.correlationId,
    reasonForIncompletion: workflow.reasonForIncompletion,
    parentWorkflowId: workflow.parentWorkflowId,
    parentWorkflowTaskId: workflow.parentWorkflowTaskId,
    reRunFromWorkflowId: workflow.reRunFromWorkflowId,
    createdBy: workflow.createdBy,
    event: workflow.event,
    idempotencyKey: workflow.idempotencyKey,
  }
  for (const [name, value] of Object.entries(optional)) if (value !== null) wire[name] = value
  return wire
}
