import type { TaskResultEvent } from '@/server/engine/event'
import { completed } from '@/server/engine/simulate'
import { hearsOfStart } from '@/server/engine/state-changes'
import { limitsOf } from '@/server/engine/task-queue'
import type { Task } from '@/server/model/execution'
import { isTerminalTask, isTerminalWorkflow, TASK_RESULT_STATUSES } from '@/server/model/status'
import { bearAlone } from './births'
import { polled } from './claims'
import { command, remove } from './commands'
import { admitExecution } from './gates'
import { nameOf, say } from './log'
import { answerWork } from './outcomes'
import { putStored, type Stored, storedTasks } from './stored'
import { fireTimers, passTime } from './timers'
import { deliver } from './transition'
import { emptyVolatile, type Work, type World } from './world'

/** One thing that happens. False: it could not happen now. */
export type Move = (world: World) => boolean

/** How often each is tried. */
export const MOVES: readonly (readonly [weight: number, move: Move])[] = [
  [16, poll],
  [18, answerTask],
  [10, answerSystemWork],
  [8, deliverMail],
  [8, startNewborn],
  [6, answerFromOutside],
  [6, admit],
  [5, admitExecution],
  [2, updateByReference],
  [7, passTime],
  [7, fireTimers],
  [5, command],
  [2, forget],
  [2, loseSomething],
  [1, crash],
  [1, exhaust],
  [1, remove],
]

/** A worker takes a task that is due; the engine does not notice. */
export function poll(world: World): boolean {
  const due = waiting(world, 'worker')
  const found = world.random.pick(due.filter(({ stored, task }) => hasPlace(world, stored, task)))
  if (found === undefined) return false
  const claimed = polled(world, found.task)
  putStored(found.stored, claimed)
  world.held.push(claimed)
  say(world, `poll ${claimed.referenceTaskName}`)
  if (hearsOfStart(claimed.workflowTask) && world.random.chance(0.8))
    deliver(world, claimed.workflowInstanceId, { type: 'taken', taskId: claimed.taskId })
  return true
}

/** Work of the server that waited for a place begins, by the event that asks for work again. */
export function admit(world: World): boolean {
  const due = waiting(world, 'server').filter(({ stored, task }) => limitsOf(stored.snapshot, task) !== null)
  const found = world.random.pick(due.filter(({ stored, task }) => hasPlace(world, stored, task)))
  if (found === undefined) return false
  const { stored, task } = found
  putStored(stored, { ...task, status: 'IN_PROGRESS', leaseUntil: world.now + 30_000, updateTime: world.now })
  say(world, `admit ${task.referenceTaskName}`)
  if (world.random.chance(0.9)) deliver(world, task.workflowInstanceId, { type: 'redrive', taskId: task.taskId })
  return true
}

function waiting(world: World, whose: 'worker' | 'server'): { stored: Stored; task: Task }[] {
  const executions = [...world.durable.executions.values()]
  return executions.flatMap((stored) =>
    storedTasks(stored)
      .filter((task) => task.status === 'SCHEDULED' && task.deliverAt <= world.now)
      .filter((task) => (task.performer === 'worker') === (whose === 'worker'))
      .map((task) => ({ stored, task })),
  )
}

/** As the database decides it: rows of one definition that are under way, in all executions. */
function hasPlace(world: World, stored: Stored, task: Task): boolean {
  const concurrent = limitsOf(stored.snapshot, task)?.concurrent ?? null
  if (concurrent === null) return true
  const running = [...world.durable.executions.values()].flatMap((each) =>
    storedTasks(each).filter(
      (row) =>
        row.status === 'IN_PROGRESS' && row.taskDefName === task.taskDefName && limitsOf(each.snapshot, row) !== null,
    ),
  )
  return running.length < concurrent
}

/** A worker answers: perhaps late, perhaps not for the last time. */
export function answerTask(world: World): boolean {
  const { random, held } = world
  const at = random.below(held.length)
  const task = held[at]
  if (task === undefined) return false
  if (random.chance(0.8)) held.splice(at, 1)
  const event = result(world, task)
  say(
    world,
    `answer ${task.referenceTaskName}#${task.retryCount} ${event.status}${event.extendLease ? ' (lease)' : ''}`,
  )
  deliver(world, task.workflowInstanceId, event)
  return true
}

function result({ random }: World, { taskId }: Task): TaskResultEvent {
  const status = random.chance(0.6) ? 'COMPLETED' : random.pick(TASK_RESULT_STATUSES)
  const postponed = { callbackAfterSeconds: random.below(2) * 5, extendLease: random.chance(0.3) }
  return {
    ...completed(taskId),
    status,
    output: random.chance(0.5) ? { v: random.below(3) } : {},
    mergeOutput: random.chance(0.1),
    reasonForIncompletion: status === 'COMPLETED' ? null : 'because',
    ...(status === 'IN_PROGRESS' ? postponed : {}),
    // As a signal ends a row.
    ...(status === 'COMPLETED' && random.chance(0.2) ? { callbackAfterSeconds: 2_147_483_647 } : {}),
  }
}

/** WAIT, HUMAN and the like end when somebody says so. */
export function answerFromOutside(world: World): boolean {
  const open = [...world.durable.executions.values()].flatMap((stored) =>
    storedTasks(stored).filter(isEndedFromOutside),
  )
  const task = world.random.pick(open)
  if (task === undefined) return false
  const event = result(world, task)
  say(world, `tell ${task.referenceTaskName} ${event.status}`)
  deliver(world, task.workflowInstanceId, event)
  return true
}

/** Any open row may be told to end, whatever it waits for: by its name, or by its id. */
function updateByReference(world: World): boolean {
  const open = [...world.durable.executions.values()].flatMap((stored) =>
    storedTasks(stored).filter(({ status }) => !isTerminalTask(status)),
  )
  const task = world.random.pick(open)
  if (task === undefined) return false
  const { callbackAfterSeconds, reasonForIncompletion } = task
  const event = { ...result(world, task), mergeOutput: true, callbackAfterSeconds, reasonForIncompletion }
  say(world, `update ${task.referenceTaskName} ${event.status}`)
  deliver(world, task.workflowInstanceId, event)
  return true
}

const ANSWERED: ReadonlySet<string> = new Set(['WAIT', 'HUMAN', 'YIELD'])

export function isEndedFromOutside({ status, taskType, performer, leaseUntil, workflowTask }: Task): boolean {
  if (isTerminalTask(status)) return false
  const isDone = status === 'IN_PROGRESS' && performer === 'system' && leaseUntil === 0
  return ANSWERED.has(taskType) || (isDone && (workflowTask.asyncComplete || taskType === 'WAIT_FOR_WEBHOOK'))
}

export function answerSystemWork(world: World): boolean {
  const { random, volatile } = world
  const at = random.below(volatile.work.length)
  const work = volatile.work[at]
  if (work === undefined) return false
  if (random.chance(0.9)) volatile.work.splice(at, 1)
  const event = answerWork(random, work.effect)
  say(world, `answer to ${JSON.stringify(event)}`)
  doOutside(world, work)
  deliver(world, work.id, event)
  return true
}

/** What other executions notice of work, also where its answer is lost. */
export function doOutside(world: World, { effect }: Work): void {
  if (effect.type !== 'perform' || effect.taskType !== 'START_WORKFLOW') return
  const { name, idempotencyKey = null } = effect.input.startWorkflow as { name: string; idempotencyKey?: string }
  bearAlone(world, { id: effect.taskId.replace('-8000-', '-a000-'), name, key: idempotencyKey })
}

/** In any order, but for letters between the same two. */
export function deliverMail(world: World): boolean {
  const { mail } = world.durable
  const some = world.random.pick(mail)
  const letter = mail.find(({ from, to }) => from === some?.from && to === some.to)
  if (letter === undefined) return false
  mail.splice(mail.indexOf(letter), 1)
  say(world, `mail ${letter.event.type} to ${nameOf(world, letter.to)}`)
  deliver(world, letter.to, letter.event)
  return true
}

export function startNewborn(world: World): boolean {
  const id = world.volatile.newborn.shift()
  if (id === undefined) return false
  say(world, `start ${nameOf(world, id)}`)
  deliver(world, id, { type: 'start' })
  return true
}

/** The cache is full, or another replica takes over. */
function forget(world: World): boolean {
  const id = world.random.pick([...world.volatile.cache.keys()])
  if (id === undefined) return false
  world.volatile.cache.delete(id)
  return say(world, `forget ${nameOf(world, id)}`)
}

/** A worker dies, or work of the server never comes back. */
function loseSomething(world: World): boolean {
  const from = world.random.pick<unknown[]>([world.held, world.volatile.work, world.volatile.newborn]) ?? []
  if (from.length === 0) return false
  from.splice(world.random.below(from.length), 1)
  return say(world, 'lose something')
}

/** Its share of bytes is spent. */
function exhaust(world: World): boolean {
  const stored = world.random.chance(0.3) ? world.random.pick([...world.durable.executions.values()]) : undefined
  if (stored === undefined || isTerminalWorkflow(stored.header.status)) return false
  say(world, `${nameOf(world, stored.header.workflowId)} is exhausted`)
  deliver(world, stored.header.workflowId, { type: 'exhausted', reason: 'too much' })
  return true
}

function crash(world: World): boolean {
  world.volatile = emptyVolatile()
  return say(world, 'crash')
}
