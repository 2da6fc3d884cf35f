import type { WorkflowId } from '@/server/model/ids'
import { isTerminalWorkflow } from '@/server/model/status'
import type { Batch, Birth } from './batch'
import type { Entry } from './cache'
import { answerByKey, conflictOf, holderInBatch, lockOfKey } from './key-holder'
import { findByKey, type WorkflowKey } from './sql/find-by-key'
import { lockNames } from './sql/lock-names'
import { type Holder, readHolders } from './sql/read-holders'
import { waitsFor } from './sql/waits-for'
import { transition } from './transition'

/** Those who had the keys of these births before this batch, and whether they wait for the parent. */
export type ChildKeys = ReadonlyMap<Birth, Holder & { readonly waitsForUs: boolean }>

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
    return holder ? [{ birth, holder }] : []
  })
  const open = known.filter(({ holder }) => !isTerminalWorkflow(holder.status))
  const waiting = new Map<Entry, Promise<ReadonlySet<WorkflowId>>>()
  for (const [parent, theirs] of Map.groupBy(open, ({ birth }) => birth.parent))
    waiting.set(
      parent,
      whoWaitFor(
        batch,
        parent,
        theirs.map(({ holder }) => holder.workflowId),
      ),
    )
  const entries = known.map(async ({ birth, holder }) => {
    const waitsForUs = (await waiting.get(birth.parent))?.has(holder.workflowId) === true
    return [birth, { ...holder, waitsForUs }] as const
  })
  return new Map(await Promise.all(entries))
}

/** The parent may be of this batch: who stands above it is in the database. */
function whoWaitFor({ client }: Batch, { execution }: Entry, holders: readonly WorkflowId[]) {
  const { workflowId, parentWorkflowId, state } = execution.workflow
  const above = [parentWorkflowId, ...(state?.followers ?? []).map((follower) => follower.workflowId)]
  return waitsFor(client, [workflowId, ...above.filter((id) => id !== null)], holders)
}

/**
 * True: the key is taken, and the parent has been told. A row that is given an execution that somebody else started
 * waits for that one and takes what it comes to. What an earlier attempt of the same parent left behind without success
 * takes no key: a retry starts afresh.
 */
export function answeredByKey(batch: Batch, birth: Birth, before: ChildKeys): boolean {
  const key = keyOf(birth)
  const { parent, effect } = birth
  const taskId = effect.parent?.taskId
  const holder = key && (holderInBatch(batch, key)?.execution.workflow ?? latest(batch, before.get(birth)))
  if (!key || !holder || taskId === undefined || isEarlierAttempt(holder, birth)) return false
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
      waitsForUs: holder.workflowId === parent.execution.workflow.workflowId || before.get(birth)?.waitsForUs === true,
    })
  return true
}

/** As this batch has changed it. */
function latest({ entries }: Batch, holder: Holder | undefined): Holder | undefined {
  return holder && (entries.get(holder.workflowId)?.execution.workflow ?? holder)
}

function isEarlierAttempt({ parentWorkflowId, status }: Holder, { parent }: Birth): boolean {
  const isOurs = parentWorkflowId === parent.execution.workflow.workflowId
  return isOurs && isTerminalWorkflow(status) && status !== 'COMPLETED'
}

/** A child's key counts where its task says how: `idempotencyStrategy`. Without one it is only kept. */
function keyOf({ parent, effect }: Birth): WorkflowKey | null {
  const { idempotencyKey = null, idempotencyStrategy = null, definition, name, purpose } = effect
  if (purpose !== 'child' || idempotencyKey === null || idempotencyStrategy === null) return null
  return { namespaceId: parent.namespaceId, name: definition?.name ?? name, idempotencyKey }
}
