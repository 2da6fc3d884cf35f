import type { Follower } from '@/server/model/execution'
import type { Draft } from './draft'

/** How this execution ended, to a row that waits for it. `answers`: the parent's question. */
export function tellEnd({ workflow, effects }: Draft, { workflowId, taskId }: Follower, answers?: number): void {
  effects.push({
    type: 'tell',
    workflowId,
    event: {
      type: 'child-ended',
      taskId,
      childId: workflow.workflowId,
      status: workflow.status,
      output: workflow.output,
      reason: workflow.reasonForIncompletion,
      name: workflow.workflowName,
      version: workflow.workflowVersion,
      ...(answers === undefined ? {} : { answers }),
    },
  })
}
