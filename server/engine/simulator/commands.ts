import { indexDefinition } from '@/server/engine/definition-index'
import type { Command } from '@/server/engine/event'
import type { DefinitionSnapshot } from '@/server/model/execution'
import { say } from './log'
import { type Stored, storedTasks } from './stored'
import { deliver } from './transition'
import type { World } from './world'

type Make = (world: World, stored: Stored) => Command

/** What operators ask for. Most of it is refused most of the time, which must change nothing. */
const COMMANDS: readonly [Make, ...Make[]] = [
  () => ({ type: 'pause' }),
  () => ({ type: 'resume' }),
  () => ({ type: 'resume' }),
  ({ random }) => ({ type: 'terminate', reason: 'enough', triggerFailureWorkflow: random.chance(0.3) }),
  (_, { snapshot, header }) => ({ type: 'restart', latest: header.priority > 50 ? snapshot : null }),
  (world, stored) => ({ type: 'restart', latest: newVersion(world, stored) }),
  ({ random }) => ({ type: 'retry', resumeSubworkflowTasks: random.chance(0.5) }),
  ({ random }) => ({ type: 'retry', resumeSubworkflowTasks: random.chance(0.5) }),
  rerun,
  rerun,
  skip,
  jump,
  upgrade,
  () => ({ type: 'reset-callbacks' }),
  ({ random }) => ({ type: 'set-variables', variables: { x: random.below(3) } }),
]

export function command(world: World): boolean {
  const stored = world.random.pick([...world.durable.executions.values()])
  if (stored === undefined) return false
  const made = world.random.pick(COMMANDS)(world, stored)
  say(world, `${describe(made, stored)} in ${stored.header.workflowName}:${stored.header.workflowId.slice(-3)}`)
  const refused = deliver(world, stored.header.workflowId, made)
  if (refused !== null) say(world, `  refused: ${refused.message}`)
  return true
}

/** As an operator does it: what still runs is terminated first, so that others hear of it. */
export function remove(world: World): boolean {
  const stored = world.random.chance(0.5) ? world.random.pick([...world.durable.executions.values()]) : undefined
  if (stored === undefined) return false
  const { workflowId, workflowName } = stored.header
  say(world, `remove ${workflowName}:${workflowId.slice(-3)}`)
  deliver(world, workflowId, { type: 'terminate', reason: 'Removed', triggerFailureWorkflow: false })
  world.durable.executions.delete(workflowId)
  world.volatile.cache.delete(workflowId)
  return true
}

function rerun({ random }: World, stored: Stored): Command {
  const task = random.chance(0.8) ? random.pick(storedTasks(stored)) : undefined
  return {
    type: 'rerun',
    taskId: task?.taskId ?? null,
    taskInput: random.chance(0.2) ? { a: 2 } : null,
    workflowInput: random.chance(0.2) ? { a: 3 } : null,
    correlationId: null,
  }
}

function jump({ random }: World, { snapshot }: Stored): Command {
  const refs = [...indexDefinition(snapshot.definition).keys()]
  return { type: 'jump', ref: random.pick(refs) ?? 't1', taskInput: random.chance(0.2) ? { a: 4 } : {} }
}

function upgrade(world: World, stored: Stored): Command {
  const taskOutput = { extra: { v: 1 } }
  const workflowInput = world.random.chance(0.3) ? { b: 1 } : {}
  return { type: 'upgrade', snapshot: newVersion(world, stored), taskOutput, workflowInput }
}

/** The latest version, sometimes that which is there. */
function newVersion({ random, cast }: World, { snapshot }: Stored): DefinitionSnapshot {
  const { definition } = snapshot
  const newer = random.chance(0.2) ? undefined : cast.versions.get(definition.name)
  return { ...snapshot, definition: newer ?? definition }
}

function skip({ random }: World, { snapshot }: Stored): Command {
  const ref = random.pick(snapshot.definition.tasks)?.taskReferenceName ?? 't1'
  return { type: 'skip', ref, taskInput: {}, taskOutput: { v: 1 } }
}

function describe(made: Command, stored: Stored): string {
  if (made.type === 'skip' || made.type === 'jump') return `${made.type} ${made.ref}`
  if (made.type !== 'rerun') return made.type
  const from = storedTasks(stored).find(({ taskId }) => taskId === made.taskId)
  return from === undefined ? 'rerun from the beginning' : `rerun from ${from.referenceTaskName}#${from.retryCount}`
}
