import type { DefinitionSnapshot, Task, Workflow } from './execution'
import type { Json, JsonObject } from './json'
import { isTerminalWorkflow } from './status'
import { toWireWorkflowDef } from './wire-definition'
import { toWireTask } from './wire-task'

interface WholeWorkflow {
  readonly workflow: Workflow
  readonly snapshot: DefinitionSnapshot
  /** In seq order; empty when they were not asked for. */
  readonly tasks: readonly Task[]
}

/** An execution as Conductor's clients read it. */
export function toWireWorkflow({ workflow, snapshot, tasks }: WholeWorkflow): JsonObject {
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
    rateLimited: workflow.gate?.waiting === true && !isTerminalWorkflow(workflow.status),
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
    rateLimitKey: workflow.gate?.key ?? null,
  }
  for (const [name, value] of Object.entries(optional)) if (value !== null) wire[name] = value
  return wire
}
