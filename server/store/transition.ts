import { decide } from '@/server/engine/decide'
import type { Decision } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import { waitsAtGate } from '@/server/engine/gate'
import { limitsOf, queueOf } from '@/server/engine/task-queue'
import { AppError } from '@/server/model/errors'
import type { Task } from '@/server/model/execution'
import { isTerminalWorkflow } from '@/server/model/status'
import { newId } from '@/server/platform/ids'
import { queueKey } from '@/server/queue/queue-key'
import type { Batch } from './batch'
import { noteBytes, spendBytes } from './byte-quota'
import type { Entry } from './cache'
import { noteResult } from './cached-result'
import type { Variables } from './environment'
import { record } from './ledger'
import { growthOf } from './payload-growth'

/** Of one decision: a fork's width and some more. */
const MAX_EFFECTS = 1_000_000

/** One event, one decision: applied in memory, noted for writing, its effects kept for after the commit. */
export function transition(batch: Batch, entry: Entry, event: EngineEvent): void {
  const { ledger } = batch
  const decision = affordable(batch, entry, event)
  if (decision.refused !== null) throw new AppError(decision.refused.code, decision.refused.message)
  notePlaces(batch, entry, decision)
  const effects = record(ledger, entry, { kind: event.type, decision: handOff(batch, entry, decision) })
  const { namespaceId } = entry
  const { workflowId, revision } = entry.execution.workflow
  for (const [nth, effect] of effects.entries()) {
    if (effect.type === 'start-workflow') batch.births.push({ parent: entry, effect })
    else if (effect.type === 'recall') batch.recalls.push({ entry, effect })
    else if (effect.type === 'remember') noteResult(ledger, entry, effect)
    else if (effect.type === 'tell') {
      const { workflowId: receiver, event: told } = effect
      const sent = { senderId: workflowId, sentOrder: revision * MAX_EFFECTS + nth }
      ledger.mail.push({ inboxId: newId(), namespaceId, workflowId: receiver, event: told, now: ledger.now, ...sent })
    } else if (effect.type === 'log') {
      const { taskId, line } = effect
      ledger.logs.push({ namespaceId, taskId, workflowId, line, now: ledger.now })
    } else if (effect.type === 'emit') {
      const { event: name, messageId, payload } = effect
      const rootWorkflowId = entry.execution.workflow.rootWorkflowId ?? workflowId
      ledger.messages.push({
        id: newId(),
        namespaceId,
        event: name,
        messageId,
        payload,
        rootWorkflowId,
        now: ledger.now,
      })
    } else batch.aftermath.work.push({ namespaceId, workflowId, effect })
  }
}

/** A decision that would write more than there is room for is not made: the execution ends, and says why. */
function affordable(batch: Batch, entry: Entry, event: EngineEvent): Decision {
  const { ledger, parts } = batch
  const { namespaceId, execution } = entry
  const context = parts.contextFor(namespaceId, ledger.now, environmentOf(batch, namespaceId))
  const decision = decide(execution, event, context)
  const problem = decision.refused === null ? spendBytes(batch, entry, decision) : null
  if (problem === null) return decision
  if (isTerminalWorkflow(execution.workflow.status)) throw new AppError('QUOTA_EXCEEDED', problem)
  const ended = decide(execution, { type: 'exhausted', reason: problem }, context)
  noteBytes(batch, entry, growthOf(execution, ended))
  return ended
}

function environmentOf({ parts, findings }: Batch, namespaceId: Entry['namespaceId']): Variables {
  return findings.environments.get(namespaceId) ?? parts.environment.known(namespaceId) ?? {}
}

/**
 * A task that becomes due while a poll waits here for its queue is written as polled already and goes out after the
 * commit. Only tasks that *become* scheduled: one that was, may have been claimed since this copy was read.
 */
function handOff(batch: Batch, entry: Entry, decision: Decision): Decision {
  const { changes } = decision
  const becameDue = (task: Task): boolean =>
    isDue(task, batch.ledger.now) && entry.execution.tasks.get(task.taskId)?.status !== 'SCHEDULED'
  if (!changes.created.some(becameDue) && !changes.updated.some(becameDue)) return decision
  const give = (task: Task): Task => (becameDue(task) ? giveAway(batch, entry, task) : task)
  return {
    ...decision,
    changes: { ...changes, created: changes.created.map(give), updated: changes.updated.map(give) },
  }
}

function isDue(task: Task, now: number): boolean {
  return task.performer === 'worker' && task.status === 'SCHEDULED' && task.deliverAt <= now
}

function giveAway(batch: Batch, entry: Entry, task: Task): Task {
  const { aftermath, ledger, parts } = batch
  const { snapshot } = entry.execution
  const key = queueKey(entry.namespaceId, queueOf(snapshot, task) ?? '')
  // Only the database knows whether there is a place for it.
  if (limitsOf(snapshot, task) !== null) return task
  const seat = parts.seat(key)
  if (seat === null) {
    aftermath.announced.add(key)
    return task
  }
  aftermath.handOffs.push({ entry, taskId: task.taskId, seat })
  const { now } = ledger
  return {
    ...task,
    status: 'IN_PROGRESS',
    workerId: seat.workerId,
    pollCount: task.pollCount + 1,
    startTime: task.startTime || now,
    updateTime: now,
    callbackAfterSeconds: 0,
    leaseUntil: task.responseTimeoutSeconds > 0 ? now + task.responseTimeoutSeconds * 1000 : 0,
  }
}

/**
 * A row whose definition has limits came or stopped running: whoever waits for a place looks now. A status read before
 * a claim may be out of date here, so that some looks are in vain.
 */
function notePlaces(batch: Batch, entry: Entry, { changes }: Decision): void {
  const { snapshot } = entry.execution
  const { workflow } = changes
  if (workflow?.gate && (waitsAtGate(workflow) || isTerminalWorkflow(workflow.status)))
    batch.aftermath.places.add(queueKey(entry.namespaceId, ''))
  for (const task of [...changes.created, ...changes.updated]) {
    if (task.status === 'IN_PROGRESS' || limitsOf(snapshot, task) === null) continue
    const queue = queueOf(snapshot, task)
    batch.aftermath.places.add(queueKey(entry.namespaceId, queue ?? ''))
  }
}
