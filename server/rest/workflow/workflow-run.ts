import type { JsonObject } from '@/server/model/json'
import { toWireTask } from '@/server/model/wire-task'
import type { StoredWorkflow } from '@/server/queries/get-workflow'

/** Conductor's SignalResponse for the strategy TARGET_WORKFLOW: the state of the execution that was started. */
export function toWorkflowRun({ workflow, snapshot, tasks }: StoredWorkflow, requestId: string | null): JsonObject {
  return {
    responseType: 'TARGET_WORKFLOW',
    targetWorkflowId: workflow.workflowId,
    targetWorkflowStatus: workflow.status,
    workflowId: workflow.workflowId,
    status: workflow.status,
    priority: workflow.priority,
    input: workflow.input,
    output: workflow.output,
    variables: workflow.variables,
    createTime: workflow.createTime,
    updateTime: workflow.updateTime,
    tasks: tasks.map((task) => toWireTask(task, workflow, snapshot.taskDefs[task.taskDefName] ?? null)),
    ...(requestId !== null && { requestId }),
    ...(workflow.correlationId !== null && { correlationId: workflow.correlationId }),
    ...(workflow.createdBy !== null && { createdBy: workflow.createdBy }),
    ...(workflow.reasonForIncompletion !== null && { reasonForIncompletion: workflow.reasonForIncompletion }),
  }
}
