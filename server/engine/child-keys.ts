import type { Workflow } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { isTerminalWorkflow, type WorkflowStatus } from '@/server/model/status'
import type { IdempotencyStrategy } from '@/server/model/workflow-def'

/** What a start is answered with when an execution of the same workflow name has its idempotency key. */
export type KeyAnswer = 'existing' | 'conflict'

/**
 * Keys are unique per workflow name. FAIL refuses any repetition, FAIL_ON_RUNNING only while the holder is open,
 * RETURN_EXISTING answers with the holder. Null: the start goes on.
 */
export function answerByKey(strategy: IdempotencyStrategy, holder: WorkflowStatus): KeyAnswer | null {
  if (strategy === 'RETURN_EXISTING') return 'existing'
  return strategy === 'FAIL_ON_RUNNING' && isTerminalWorkflow(holder) ? null : 'conflict'
}

/** What an earlier attempt of the same parent left behind without success takes no key: a retry starts afresh. */
export function isEarlierAttempt(
  { parentWorkflowId, status }: Pick<Workflow, 'parentWorkflowId' | 'status'>,
  parentId: WorkflowId,
): boolean {
  return parentWorkflowId === parentId && isTerminalWorkflow(status) && status !== 'COMPLETED'
}
