import { waitsAtGate } from '@/server/engine/gate'
import type { Gate } from '@/server/model/execution'
import { isTerminalWorkflow } from '@/server/model/status'
import { must } from './failure'
import type { Stored } from './stored'
import type { World } from './world'

/** However they came to run. */
export function placesSuffice(world: World): void {
  const inside = openAtGates(world).filter(({ header }) => !waitsAtGate(header))
  for (const stored of inside) {
    const { key, limit } = gateOf(stored)
    must(placesTaken(world, key) <= limit, () => `More than ${limit} executions have the key ${key}.`)
  }
}

/** Whoever waits longest at a gate with a free place. */
export function nextAtGate(world: World): { readonly stored: Stored; readonly gate: Gate } | null {
  const waiting = openAtGates(world).filter(({ header }) => waitsAtGate(header) && header.status === 'RUNNING')
  const stored = waiting.find((each) => placesTaken(world, gateOf(each).key) < gateOf(each).limit)
  return stored === undefined ? null : { stored, gate: gateOf(stored) }
}

function placesTaken(world: World, key: string): number {
  return openAtGates(world).filter((stored) => gateOf(stored).key === key && !waitsAtGate(stored.header)).length
}

function openAtGates(world: World): Stored[] {
  return [...world.durable.executions.values()].filter(
    ({ header }) => header.gate && !isTerminalWorkflow(header.status),
  )
}

function gateOf({ header: { gate } }: Stored): Gate {
  if (!gate) throw new Error('It has no gate.')
  return gate
}
