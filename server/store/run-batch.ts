import type { Client } from 'pg'
import { asStart } from '@/server/engine/as-start'
import { answerFromNobody } from '@/server/engine/to-nobody'
import { AppError } from '@/server/model/errors'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import { newId } from '@/server/platform/ids'
import type { Aftermath, Batch, StoreParts } from './batch'
import { beginExecution, outcomeOf } from './begin-execution'
import { noteBytes } from './byte-quota'
import type { Entry } from './cache'
import { followUp } from './follow-up'
import { heldAgainstOthers } from './followers'
import { askForCheck } from './input-check'
import type { EventItem, Item, SubmitOutcome } from './item'
import { createLedger } from './ledger'
import { openBatch } from './open-batch'
import { isReopening, requireQuota, spendQuota } from './quota'
import { together } from './sql/run'
import { insertLogs } from './sql/write-logs'
import { writeResults } from './task-cache'
import { transition } from './transition'
import { writeLedger } from './write-ledger'

/**
 * Many requests, one transaction: lock, decide each in order of arrival, write, commit. A request that its execution
 * refuses gets its own error and leaves no trace; anything else that goes wrong fails the whole batch.
 */
export async function runBatch(client: Client, parts: StoreParts, items: readonly Item[]): Promise<Batch> {
  const aftermath: Aftermath = { handOffs: [], announced: new Set(), places: new Set(), work: [], newborn: [] }
  const entries = new Map<WorkflowId, Entry>()
  try {
    const opening = await openBatch(client, parts, items)
    for (const [id, entry] of opening.entries) entries.set(id, entry)
    const { findings } = opening
    const ledger = createLedger(findings.now)
    const batch: Batch = {
      client,
      parts,
      ledger,
      entries,
      findings,
      aftermath,
      verdicts: [],
      births: [],
      recalls: [],
      follows: [],
    }
    for (const item of items) batch.verdicts.push(judge(batch, item))
    await followUp(batch)
    await writeAndCommit(batch)
    return batch
  } catch (error) {
    for (const { seat } of aftermath.handOffs) seat.release()
    for (const id of [...entries.keys(), ...items.map((item) => item.workflowId)]) parts.cache.drop(id)
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function writeAndCommit(batch: Batch): Promise<void> {
  const { client, ledger, parts } = batch
  const [commit] = await together(client, () => {
    const writes = [...writeLedger(client, ledger), ...writeResults(batch)]
    if (ledger.logs.length > 0) writes.push(insertLogs(client, ledger.logs, parts.limits.logsPerTask))
    return Promise.all([client.query('commit'), ...writes])
  })
  // After a failed statement PostgreSQL answers a commit with a rollback, and calls it no error.
  const { command } = commit
  if (command !== 'COMMIT') throw new Error('The transaction was rolled back.')
}

function judge(batch: Batch, item: Item): Batch['verdicts'][number] {
  try {
    return { item, outcome: perform(batch, item) }
  } catch (error) {
    if (error instanceof AppError) return { item, error }
    throw error
  }
}

function perform(batch: Batch, item: Item): Omit<SubmitOutcome, 'settled'> {
  switch (item.kind) {
    case 'start':
      return beginExecution(batch, item)
    case 'remove':
      return remove(batch, item.namespaceId, item.workflowId)
    case 'event':
      return deliver(batch, item)
  }
}

function remove(batch: Batch, namespaceId: NamespaceId, workflowId: WorkflowId): Omit<SubmitOutcome, 'settled'> {
  const entry = known(batch, { namespaceId, workflowId })
  noteBytes(batch, entry, -entry.storedBytes)
  batch.ledger.removed.add(workflowId)
  return { workflowId, workflow: null, task: null, taskId: null }
}

function deliver(batch: Batch, item: EventItem): Omit<SubmitOutcome, 'settled'> {
  const { event, inboxId, namespaceId, workflowId } = item
  const wasDelivered = inboxId !== null && !batch.findings.mail.has(inboxId)
  if (wasDelivered) return { workflowId, workflow: null, task: null, taskId: null }
  if (find(batch, item) === null) answerForNobody(batch, item)
  const entry = known(batch, item)
  const told =
    event.type === 'follow' ? heldAgainstOthers(batch, workflowId, event) : asStart(entry.execution.workflow, event)
  if (told === 'nothing') return outcomeOf(entry)
  if (told === 'unchecked') {
    askForCheck(batch, entry)
    return outcomeOf(entry)
  }
  const reopens = isReopening(item)
  if (reopens) requireQuota(batch, namespaceId)
  transition(batch, entry, told)
  if (reopens) spendQuota(batch.ledger, namespaceId)
  const taskId = event.type === 'task-result' ? event.taskId : null
  return { ...outcomeOf(entry), taskId, task: taskId === null ? null : (entry.execution.tasks.get(taskId) ?? null) }
}

function answerForNobody({ ledger }: Batch, { namespaceId, workflowId: senderId, event }: EventItem): void {
  const answer = answerFromNobody(senderId, event)
  if (answer === null) return
  const { to: workflowId, event: told } = answer
  ledger.mail.push({ inboxId: newId(), namespaceId, workflowId, event: told, now: ledger.now, senderId, sentOrder: 0 })
}

type Address = Pick<Item, 'namespaceId' | 'workflowId'>

function find({ entries, ledger }: Batch, { namespaceId, workflowId }: Address): Entry | null {
  const entry = entries.get(workflowId)
  return !entry || entry.namespaceId !== namespaceId || ledger.removed.has(workflowId) ? null : entry
}

/** Another namespace's id answers exactly as an unknown one. */
function known(batch: Batch, { namespaceId, workflowId }: Address): Entry {
  const entry = find(batch, { namespaceId, workflowId })
  if (entry === null) throw new AppError('NOT_FOUND', `No such workflow found by id: ${workflowId}`)
  return entry
}
