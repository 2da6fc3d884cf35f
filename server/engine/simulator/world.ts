import type { DecideContext } from '@/server/engine/context'
import type { EngineEvent } from '@/server/engine/event'
import type { Execution } from '@/server/engine/execution'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { LOCAL_LIMITS } from '@/server/model/limits'
import type { SandboxEffect } from './outcomes'
import type { Random } from './random'
import type { Cast } from './random-cast'
import type { Stored } from './stored'

/** A server and its clients in one value: what is durable, what a crash takes, and what workers hold. */
export interface World {
  readonly random: Random
  readonly cast: Cast
  readonly log: string[]
  readonly durable: Durable
  volatile: Volatile
  /** Tasks that workers were given, the answered ones too: answers come late and twice. */
  readonly held: Task[]
  now: number
  ids: number
}

export interface Durable {
  readonly executions: Map<WorkflowId, Stored>
  /** Events between executions that were not delivered yet. */
  readonly mail: Letter[]
  /** The task cache. */
  readonly results: Map<string, JsonObject>
}

/** Lost with the process. */
export interface Volatile {
  /** Copies of executions, possibly behind what claims wrote. */
  readonly cache: Map<WorkflowId, Execution>
  readonly work: Work[]
  readonly newborn: WorkflowId[]
}

export interface Letter {
  readonly from: WorkflowId
  readonly to: WorkflowId
  readonly event: EngineEvent
}

export interface Work {
  readonly id: WorkflowId
  readonly effect: SandboxEffect
}

const START = 1_700_000_000_000
/** More than the longest story needs: what has no end is found by its reason. */
const LIMITS = { ...LOCAL_LIMITS, stepsPerDecision: 10_000 }
const ACTIVE: ReadonlySet<string> = new Set(['y'])

export function createWorld(random: Random, cast: Cast): World {
  const durable = { executions: new Map(), mail: [], results: new Map() }
  return { random, cast, durable, volatile: emptyVolatile(), log: [], held: [], now: START, ids: 0 }
}

export const emptyVolatile = (): Volatile => ({ cache: new Map(), work: [], newborn: [] })

/** Ids count from `from`; the same number gives the same decision again. */
export function contextOf(world: World, from: { ids: number }): DecideContext {
  return {
    now: world.now,
    newId: () => {
      from.ids += 1
      return `00000000-0000-4000-8000-${String(from.ids).padStart(12, '0')}`
    },
    random: () => 0.5,
    env: {},
    limits: LIMITS,
    activeDomains: () => ACTIVE,
  }
}
