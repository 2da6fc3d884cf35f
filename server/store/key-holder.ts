import type { WorkflowId } from '@/server/model/ids'
import { isTerminalWorkflow, type WorkflowStatus } from '@/server/model/status'
import type { Batch } from './batch'
import type { Entry } from './cache'
import type { StartRequest } from './item'
import type { WorkflowKey } from './sql/find-by-key'

/** What a start is answered with when an execution of the same workflow name has its idempotency key. */
export type KeyAnswer = 'existing' | 'conflict'

/**
 * Keys are unique per workflow name. FAIL refuses any repetition, FAIL_ON_RUNNING only while the holder is open,
 * RETURN_EXISTING answers with the holder. Null: the start goes on.
 */
export function answerByKey(strategy: StartRequest['idempotencyStrategy'], holder: WorkflowStatus): KeyAnswer | null {
  if (strategy === 'RETURN_EXISTING') return 'existing'
  return strategy === 'FAIL_ON_RUNNING' && isTerminalWorkflow(holder) ? null : 'conflict'
}

export function conflictOf({ idempotencyKey, name }: WorkflowKey, { workflowId }: { workflowId: WorkflowId }): string {
  return `The idempotency key ${idempotencyKey} of workflow ${name} is taken by the execution ${workflowId}.`
}

/** Of the executions that this batch makes, the last one with the key. */
export function holderInBatch(
  { ledger }: Batch,
  { namespaceId, name, idempotencyKey }: WorkflowKey,
): Entry | undefined {
  const writes = [...ledger.executions.values()].findLast(({ entry, before }) => {
    const { workflow } = entry.execution
    const isSameKey = workflow.idempotencyKey === idempotencyKey && workflow.workflowName === name
    return before === null && entry.namespaceId === namespaceId && isSameKey
  })
  return writes?.entry
}

/** Starts of one key wait for each other: the lock's name. */
export const lockOfKey = ({ namespaceId, name, idempotencyKey }: WorkflowKey): string =>
  `key ${namespaceId} ${name} ${idempotencyKey}`
