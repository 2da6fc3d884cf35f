import { answerByKey } from '@/server/engine/child-keys'
import { createExecution, newWorkflow, type WorkflowStart } from '@/server/engine/execution'
import { gateOf, waitsAtGate } from '@/server/engine/gate'
import { deadlineFrom } from '@/server/engine/timeouts'
import { AppError } from '@/server/model/errors'
import type { NamespaceId } from '@/server/model/ids'
import { queueKey } from '@/server/queue/queue-key'
import type { Batch } from './batch'
import { noteBytes } from './byte-quota'
import { type Entry, roughSize } from './cache'
import type { Resolution } from './definitions'
import type { StartItem, SubmitOutcome } from './item'
import { conflictOf, holderInBatch } from './key-holder'
import { noteSnapshot, writesOf } from './ledger'
import { sizeOf } from './payload-growth'
import { requireQuota, spendQuota } from './quota'
import { transition } from './transition'

type Resolved = Extract<Resolution, { ok: true }>

/** A new execution, in memory and in the ledger; nothing of it has run yet. */
export function createEntry(
  batch: Batch,
  namespaceId: NamespaceId,
  start: Omit<WorkflowStart, 'definition' | 'now'> & { readonly resolution: Resolved },
): Entry {
  const { ledger, parts } = batch
  const { hash, body, snapshot } = start.resolution
  const begun = newWorkflow({ ...start, definition: snapshot.definition, now: ledger.now })
  const gate = gateOf(snapshot.definition, begun, parts.environment.known(namespaceId) ?? {})
  const workflow = gate === null ? begun : { ...begun, gate }
  const execution = createExecution(workflow, snapshot, [])
  const entry: Entry = {
    namespaceId,
    snapshotHash: hash,
    execution,
    // Who waits at a gate runs out of time there.
    wakeAt: deadlineFrom(ledger.now, snapshot.definition),
    storedBytes: 0,
    bytes: roughSize(workflow),
  }
  if (!parts.snapshots.get(namespaceId, hash)) noteSnapshot(ledger, { namespaceId, hash, body })
  batch.entries.set(workflow.workflowId, entry)
  writesOf(ledger, entry, true)
  noteBytes(batch, entry, sizeOf(workflow.input) + sizeOf(workflow.variables))
  return entry
}

export function beginExecution(batch: Batch, item: StartItem): Omit<SubmitOutcome, 'settled'> {
  const { namespaceId, workflowId, start } = item
  const committedBefore = batch.entries.get(workflowId)
  if (committedBefore) return outcomeOf(committedBefore)
  const holder = holderOfKey(batch, item)
  if (holder !== null) return { workflowId: holder, workflow: null, task: null, taskId: null }
  const resolution = batch.findings.resolutions.get(item)
  if (!resolution?.ok)
    throw new AppError('NOT_FOUND', resolution?.message ?? `No such workflow defined. name=${start.name}`)
  requireQuota(batch, namespaceId)
  spendQuota(batch.ledger, namespaceId)
  const origin = { parent: null, depth: start.depth ?? 0, rootWorkflowId: start.rootWorkflowId ?? null }
  const entry = createEntry(batch, namespaceId, { ...start, ...origin, workflowId, resolution })
  if (waitsAtGate(entry.execution.workflow)) batch.aftermath.places.add(queueKey(namespaceId, ''))
  else transition(batch, entry, { type: 'start' })
  return outcomeOf(entry)
}

export function outcomeOf(entry: Entry): Omit<SubmitOutcome, 'settled'> {
  const { workflow } = entry.execution
  return { workflowId: workflow.workflowId, workflow, task: null, taskId: null }
}

/** The holder that the start is answered with. It cannot change here: the key is locked. */
function holderOfKey(batch: Batch, item: StartItem): SubmitOutcome['workflowId'] | null {
  const { idempotencyKey, idempotencyStrategy, name } = item.start
  if (idempotencyKey === null) return null
  const key = { namespaceId: item.namespaceId, name, idempotencyKey }
  const holder = holderInBatch(batch, key)?.execution.workflow ?? batch.findings.holders.get(item)
  const answer = holder ? answerByKey(idempotencyStrategy, holder.status) : null
  if (!holder || answer === null) return null
  if (answer === 'existing') return holder.workflowId
  throw new AppError('CONFLICT', conflictOf(key, holder))
}
