import type { Follower, Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { isTerminalWorkflow } from '@/server/model/status'
import { changeWorkflow, type Draft } from './draft'
import { tellEnd } from './tell-end'

/**
 * A SUB_WORKFLOW with RETURN_EXISTING may stand for an execution that somebody else started. It waits for that one's
 * end without owning it: nothing that happens to the row's workflow touches the other, and a retry asks for the key again.
 */
export function follow(draft: Draft, follower: Follower): null {
  const { workflow } = draft
  if (isTerminalWorkflow(workflow.status)) {
    tellEnd(draft, follower)
    return null
  }
  const others = (workflow.state?.followers ?? []).filter(({ taskId }) => taskId !== follower.taskId)
  changeWorkflow(draft, { state: { ...workflow.state, followers: [...others, follower] } })
  return null
}

/** The execution that the row started and answers for. */
export function ownChild({ taskType, subWorkflowId, state }: Task): WorkflowId | null {
  return taskType === 'SUB_WORKFLOW' && state?.follows !== true ? subWorkflowId : null
}

/** Of a row that is about to start a child of its own. */
export function withoutFollowing(state: Task['state']): Task['state'] {
  if (state?.follows === undefined) return state
  const { follows: _, ...others } = state
  return others
}
