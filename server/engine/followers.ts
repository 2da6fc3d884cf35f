import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { isTerminalWorkflow } from '@/server/model/status'
import { changeWorkflow, type Draft } from './draft'
import type { FollowEvent } from './event'
import { tellEnd } from './tell-end'

/**
 * A SUB_WORKFLOW with RETURN_EXISTING may stand for an execution that somebody else started. It waits for that one's
 * end without owning it: nothing that happens to the row's workflow touches the other, and a retry asks for the key again.
 * Executions that follow each other, through however many others, would wait for ever: each new follower is held
 * against those that follow already, one after the other, and the one that would close a circle does not wait.
 */
export function follow(draft: Draft, { follower, inCircle = false }: FollowEvent): null {
  const { workflow } = draft
  if (isTerminalWorkflow(workflow.status)) {
    tellEnd(draft, follower)
    return null
  }
  if (inCircle) {
    const { workflowId, taskId } = follower
    draft.effects.push({
      type: 'tell',
      workflowId,
      event: { type: 'circle-found', taskId, childId: workflow.workflowId },
    })
    return null
  }
  const others = (workflow.state?.followers ?? []).filter(({ taskId }) => taskId !== follower.taskId)
  changeWorkflow(draft, { state: { ...workflow.state, followers: [...others, follower] } })
  return null
}

export function isFollowing({ state }: Task): boolean {
  return state?.follows === true
}

/** The execution that the row started and answers for. */
export function ownChild(task: Task): WorkflowId | null {
  return task.taskType === 'SUB_WORKFLOW' && !isFollowing(task) ? task.subWorkflowId : null
}

/** Of a row that is about to start a child of its own. */
export function withoutFollowing(state: Task['state']): Task['state'] {
  if (state?.follows === undefined) return state
  const { follows: _, ...others } = state
  return others
}
