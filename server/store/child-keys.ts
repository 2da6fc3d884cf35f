import { answerByKey, isEarlierAttempt } from '@/server/engine/child-keys'
import type { Batch, Birth } from './batch'
import { conflictOf, holderInBatch, lockOfKey } from './key-holder'
import { findByKey, type WorkflowKey } from './sql/find-by-key'
import { lockNames } from './sql/lock-names'
import { type Holder, readHolders } from './sql/read-holders'
import { transition } from './transition'

/** Those who had the keys of these births before this batch. */
export type ChildKeys = ReadonlyMap<Birth, Holder>

const NOBODY: ChildKeys = new Map()

/**
 * Under the keys' locks. The batch has its rows by now: two that want each other's keys are a deadlock, which
 * PostgreSQL ends and the lane repeats.
 */
export async function holdersOfKeys(batch: Batch, births: readonly Birth[]): Promise<ChildKeys> {
  const keyed = births.flatMap((birth) => {
    const key = keyOf(birth)
    return key === null ? [] : [{ birth, key }]
  })
  if (keyed.length === 0) return NOBODY
  const keys = keyed.map(({ key }) => key)
  await lockNames(batch.client, keys.map(lockOfKey))
  const found = await findByKey(batch.client, keys)
  const holders = await readHolders(
    batch.client,
    found.flatMap((holder) => (holder ? [holder.workflowId] : [])),
  )
  const byId = new Map(holders.map((holder) => [holder.workflowId, holder]))
  const known = keyed.flatMap(({ birth }, i) => {
    const holder = byId.get(found[i]?.workflowId ?? ('' as never))
    return holder ? [[birth, holder] as const] : []
  })
  return new Map(known)
}

/**
 * True: the key is taken, and the parent has been told. A row that is given an execution that somebody else started
 * waits for that one and takes what it comes to.
 */
export function answeredByKey(batch: Batch, birth: Birth, before: ChildKeys): boolean {
  const key = keyOf(birth)
  const { parent, effect } = birth
  const taskId = effect.parent?.taskId
  const holder = key && (holderInBatch(batch, key)?.execution.workflow ?? latest(batch, before.get(birth)))
  if (!key || !holder || taskId === undefined) return false
  if (isEarlierAttempt(holder, parent.execution.workflow.workflowId)) return false
  const answer = answerByKey(effect.idempotencyStrategy ?? 'RETURN_EXISTING', holder.status)
  if (answer === null) return false
  if (answer === 'conflict')
    transition(batch, parent, { type: 'child-refused', taskId, message: conflictOf(key, holder) })
  else
    transition(batch, parent, {
      type: 'child-found',
      taskId,
      childId: holder.workflowId,
      status: holder.status,
      output: holder.output,
      reason: holder.reasonForIncompletion,
      name: holder.workflowName,
      version: holder.workflowVersion,
    })
  return true
}

/** As this batch has changed it. */
function latest({ entries }: Batch, holder: Holder | undefined): Holder | undefined {
  return holder && (entries.get(holder.workflowId)?.execution.workflow ?? holder)
}

/** A child's key counts where its task says how: `idempotencyStrategy`. Without one it is only kept. */
function keyOf({ parent, effect }: Birth): WorkflowKey | null {
  const { idempotencyKey = null, idempotencyStrategy = null, definition, name, purpose } = effect
  if (purpose !== 'child' || idempotencyKey === null || idempotencyStrategy === null) return null
  return { namespaceId: parent.namespaceId, name: definition?.name ?? name, idempotencyKey }
}
