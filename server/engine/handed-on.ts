import type { Workflow } from '@/server/model/execution'
import type { StartWorkflowEffect } from './decision'

type HandedOn = Pick<StartWorkflowEffect, 'correlationId' | 'priority' | 'taskToDomain' | 'depth' | 'rootWorkflowId'>

/** What an execution hands on to one that it starts, which counts among what its own start led to. */
export function handedOn(workflow: Workflow): HandedOn {
  return {
    correlationId: workflow.correlationId,
    priority: workflow.priority,
    taskToDomain: workflow.taskToDomain,
    depth: workflow.depth + 1,
    rootWorkflowId: workflow.rootWorkflowId ?? workflow.workflowId,
  }
}
