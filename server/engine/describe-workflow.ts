import type { Workflow } from '@/server/model/execution'

/** `name.version/id.STATUS`: how Conductor names an execution in its messages. */
export function describeWorkflow(
  workflow: Pick<Workflow, 'workflowName' | 'workflowVersion' | 'workflowId' | 'status'>,
): string {
  return `${workflow.workflowName}.${workflow.workflowVersion}/${workflow.workflowId}.${workflow.status}`
}
