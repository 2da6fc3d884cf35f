import type { WorkflowId } from '@/server/model/ids'
import type { Batch } from './batch'
import type { Entry } from './cache'
import type { WorkflowKey } from './sql/find-by-key'

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
