import { asStart } from '@/server/engine/as-start'
import { decide } from '@/server/engine/decide'
import type { Decision, Refusal } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import { applyDecision, type Execution, refreshClaims } from '@/server/engine/execution'
import { waitsAtGate } from '@/server/engine/gate'
import { CHECK_AGAIN_MS } from '@/server/engine/input-check'
import { limitsOf } from '@/server/engine/task-queue'
import { answerFromNobody } from '@/server/engine/to-nobody'
import { isWide } from '@/server/engine/wide-events'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { afterCommit } from './after-commit'
import { checkTransition } from './check-transition'
import { heldAgainstOthers } from './circles'
import { claimOf, polled } from './claims'
import { SimulationFailure } from './failure'
import { mergeStored, putHeader, putStored, rebuild, type Stored, storedTasks } from './stored'
import { contextOf, type World } from './world'

/** One event to one execution, by the store's protocol: load, refresh, decide, write, commit, and then the effects. */
export function deliver(world: World, id: WorkflowId, sent: EngineEvent): Refusal | null {
  const stored = world.durable.executions.get(id)
  if (stored === undefined) return tellNobodyIsThere(world, id, sent)
  const event = asStart(stored.header, heldAgainstOthers(world, id, sent))
  if (event === 'nothing') return null
  if (event === 'unchecked') return askForCheck(world, stored)
  const execution = load(world, stored)
  refresh(stored, execution, event)
  const before = { header: stored.header, tasks: new Map(execution.tasks) }
  const decided = decideTwice(world, execution, event)
  if (decided.refused !== null) return decided.refused
  const handedOut: Task[] = []
  const decision = world.random.chance(0.3) ? handOff(world, execution, { decision: decided, handedOut }) : decided
  applyDecision(execution, decision)
  if (hasChanges(decision)) {
    execution.workflow = { ...execution.workflow, revision: execution.workflow.revision + 1 }
  }
  write(stored, execution, { decision, before: before.tasks })
  world.volatile.cache.set(id, execution)
  checkTransition(world, { stored, execution, event, decision, before })
  for (const next of afterCommit(world, { id, decision, handedOut })) deliver(world, next.id, next.event)
  return null
}

function tellNobodyIsThere({ durable }: World, id: WorkflowId, event: EngineEvent): Refusal {
  const answer = answerFromNobody(id, event)
  if (answer !== null) durable.mail.push({ from: id, ...answer })
  return { code: 'NOT_FOUND', message: `There is no execution ${id}.` }
}

/** A copy is good as long as nobody was admitted since, which no transition writes. */
function load({ volatile }: World, stored: Stored): Execution {
  const cached = volatile.cache.get(stored.header.workflowId)
  const isGood = cached !== undefined && waitsAtGate(cached.workflow) === waitsAtGate(stored.header)
  return isGood ? cached : rebuild(stored)
}

function askForCheck(world: World, stored: Stored): null {
  world.volatile.work.push({ id: stored.header.workflowId, effect: { type: 'check-input' } })
  stored.wakeAt = world.now + CHECK_AGAIN_MS
  return null
}

/** The columns that claims write are read again where the store reads them again. */
function refresh(stored: Stored, execution: Execution, event: EngineEvent): void {
  if (event.type === 'task-result' || event.type === 'redrive' || event.type === 'taken') {
    const task = stored.rows.get(event.taskId)
    if (task !== undefined) refreshClaims(execution, [claimOf(task)])
  } else if (isWide(event)) {
    const open = storedTasks(stored).filter(({ status }) => status === 'SCHEDULED' || status === 'IN_PROGRESS')
    refreshClaims(execution, open.filter(({ performer }) => performer === 'worker').map(claimOf))
  }
}

/** A decision is a function: asked again it is the same, and the execution is what it was. */
function decideTwice(world: World, execution: Execution, event: EngineEvent): Decision {
  const [first, second] = [{ ids: world.ids }, { ids: world.ids }]
  const decision = decide(execution, event, contextOf(world, first))
  const again = decide(execution, event, contextOf(world, second))
  if (JSON.stringify(decision) !== JSON.stringify(again))
    throw new SimulationFailure(`Deciding ${event.type} twice gave two decisions.`)
  world.ids = first.ids
  return decision
}

/** Tasks that become due may go to a poll that waits, and are written as polled. */
function handOff(world: World, execution: Execution, to: { decision: Decision; handedOut: Task[] }): Decision {
  const { changes } = to.decision
  const snapshot = changes.definition ?? execution.snapshot
  const give = (task: Task): Task => {
    const isDue = task.performer === 'worker' && task.status === 'SCHEDULED' && task.deliverAt <= world.now
    const became = execution.tasks.get(task.taskId)?.status !== 'SCHEDULED'
    if (!isDue || !became || limitsOf(snapshot, task) !== null) return task
    const given = polled(world, task)
    to.handedOut.push(given)
    return given
  }
  return {
    ...to.decision,
    changes: { ...changes, created: changes.created.map(give), updated: changes.updated.map(give) },
  }
}

function hasChanges({ changes }: Decision): boolean {
  const rows = changes.created.length + changes.updated.length + changes.removed.length
  return changes.workflow !== null || changes.definition !== null || rows > 0
}

function write(
  stored: Stored,
  execution: Execution,
  { decision, before }: { decision: Decision; before: ReadonlyMap<Task['taskId'], Task> },
): void {
  const { changes } = decision
  if (changes.definition !== null) stored.snapshot = changes.definition
  for (const id of changes.removed) stored.rows.delete(id)
  for (const task of changes.created) putStored(stored, task)
  for (const after of changes.updated) mergeStored(stored, before.get(after.taskId) ?? after, after)
  putHeader(stored, execution.workflow)
  stored.wakeAt = decision.wakeAt
  stored.taken = false
}
