import type { EngineEvent } from '@/server/engine/event'
import type { WorkflowId } from '@/server/model/ids'
import { say } from './log'
import { storedTasks } from './stored'
import { deliver } from './transition'
import type { World } from './world'

interface Due {
  readonly at: number
  readonly id: WorkflowId
  readonly event: EngineEvent
}

/** When a wake-up is tried again, should the one who took it die. */
const TRY_AGAIN_MS = 5_000

/** Deadlines of executions, and leases whose holders fell silent, as the timers of the server see them. */
function dues(world: World): Due[] {
  const found: Due[] = []
  for (const [id, stored] of world.durable.executions) {
    if (stored.wakeAt !== null) found.push({ at: stored.wakeAt, id, event: { type: 'wake' } })
    if (stored.header.status !== 'RUNNING') continue
    for (const task of storedTasks(stored)) {
      const isLeased = task.leaseUntil > 0 && (task.status === 'SCHEDULED' || task.status === 'IN_PROGRESS')
      if (!isLeased) continue
      const event: EngineEvent =
        task.performer === 'worker' ? { type: 'wake' } : { type: 'redrive', taskId: task.taskId }
      found.push({ at: task.leaseUntil, id, event })
    }
  }
  return found
}

export function passTime(world: World): boolean {
  const next = Math.min(...dues(world).map(({ at }) => at))
  const jump = world.random.chance(0.6) && Number.isFinite(next) ? next - world.now : world.random.below(8_000)
  world.now += Math.max(1, jump)
  return say(world, 'time passes')
}

/** False: nothing is due. */
export function fireTimers(world: World): boolean {
  const due = dues(world).filter(({ at }) => at <= world.now)
  for (const { id, event } of due) {
    const stored = world.durable.executions.get(id)
    if (event.type === 'wake' && stored !== undefined && stored.wakeAt !== null && stored.wakeAt <= world.now) {
      stored.wakeAt = world.now + TRY_AGAIN_MS
      stored.taken = true
    }
    if (world.random.chance(0.05)) continue
    say(world, `timer ${event.type} ${stored?.header.workflowName}`)
    deliver(world, id, event)
  }
  return due.length > 0
}

/** To the next moment at which anything is due, with those at which workers may have what they wait for. */
export function nextMoment(world: World): number | null {
  const delayed = [...world.durable.executions.values()].flatMap((stored) =>
    storedTasks(stored)
      .filter(({ status }) => status === 'SCHEDULED')
      .map(({ deliverAt }) => deliverAt),
  )
  const later = [...dues(world).map(({ at }) => at), ...delayed].filter((at) => at > world.now)
  return later.length === 0 ? null : Math.min(...later)
}
