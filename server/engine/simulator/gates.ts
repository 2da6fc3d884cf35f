import { nameOf, say } from './log'
import { nextAtGate } from './places'
import { deliver } from './transition'
import type { World } from './world'

/** As the timers find it, should the wake-up of one that was admitted be lost. */
const PATIENCE_MS = 5_000

/** The database writes who has a place, without a transition. */
export function admitExecution(world: World): boolean {
  const next = nextAtGate(world)
  if (next === null) return false
  const { stored, gate } = next
  const { workflowId } = stored.header
  stored.header = { ...stored.header, gate: { ...gate, waiting: false } }
  stored.wakeAt = world.now + PATIENCE_MS
  stored.taken = true
  say(world, `a place for ${nameOf(world, workflowId)}`)
  if (world.random.chance(0.9)) deliver(world, workflowId, { type: 'wake' })
  return true
}
