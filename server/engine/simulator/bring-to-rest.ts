import { completed } from '@/server/engine/simulate'
import { isTerminalWorkflow } from '@/server/model/status'
import { SimulationFailure } from './failure'
import { admitExecution } from './gates'
import { nameOf, say } from './log'
import { admit, deliverMail, doOutside, isEndedFromOutside, type Move, poll, startNewborn } from './moves'
import { goodAnswer } from './outcomes'
import { storedTasks } from './stored'
import { fireTimers, nextMoment } from './timers'
import { deliver } from './transition'
import type { World } from './world'

/**
 * From now on everything works and nothing is lost: every execution must come to its end. One that does not is stuck:
 * it waits for something that nobody will ever do.
 */
const MOST_STEPS = 5_000

const IN_ORDER: readonly Move[] = [
  resumeOne,
  deliverMail,
  startNewborn,
  answerWorkWell,
  answerTaskWell,
  poll,
  admit,
  admitExecution,
  answerOutsideWell,
  fireTimers,
  advance,
]

export function bringToRest(world: World): void {
  say(world, '--- from here everything works ---')
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (!IN_ORDER.some((move) => move(world))) return
  }
  throw new SimulationFailure('It never comes to rest.')
}

function resumeOne(world: World): boolean {
  const paused = [...world.durable.executions.values()].find(({ header }) => header.status === 'PAUSED')
  if (paused === undefined) return false
  deliver(world, paused.header.workflowId, { type: 'resume' })
  return say(world, `resume ${paused.header.workflowName}`)
}

function answerWorkWell(world: World): boolean {
  const work = world.volatile.work.shift()
  if (work === undefined) return false
  say(world, `${work.effect.type} of ${nameOf(world, work.id)} works`)
  doOutside(world, work)
  deliver(world, work.id, goodAnswer(work.effect))
  return true
}

function answerTaskWell(world: World): boolean {
  const task = world.held.shift()
  if (task === undefined) return false
  say(world, `answer ${task.referenceTaskName}`)
  deliver(world, task.workflowInstanceId, completed(task.taskId))
  return true
}

function answerOutsideWell(world: World): boolean {
  const open = [...world.durable.executions.values()].filter(({ header }) => !isTerminalWorkflow(header.status))
  const task = open.flatMap(storedTasks).find(isEndedFromOutside)
  if (task === undefined) return false
  say(world, `tell ${task.referenceTaskName}`)
  deliver(world, task.workflowInstanceId, completed(task.taskId))
  return true
}

function advance(world: World): boolean {
  const next = nextMoment(world)
  const isOver = [...world.durable.executions.values()].every(({ header }) => isTerminalWorkflow(header.status))
  if (next === null || isOver) return false
  world.now = next
  return true
}
