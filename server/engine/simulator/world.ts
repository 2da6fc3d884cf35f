import type { DecideContext } from '@/server/engine/context'
import type { StartWorkflowEffect } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import { type Execution, newWorkflow } from '@/server/engine/execution'
import type { Task, Workflow } from '@/server/model/execution'
import { asWorkflowId, type WorkflowId } from '@/server/model/ids'
import { LOCAL_LIMITS } from '@/server/model/limits'
import { workflowDefSchema } from '@/server/model/workflow-def'
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
/** As in the store: a newborn that nobody starts wakes by itself. */
export const WAKE_NEWBORN_MS = 5_000

export function createWorld(random: Random, cast: Cast): World {
  const durable = { executions: new Map(), mail: [] }
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
    limits: LOCAL_LIMITS,
  }
}

export const MAIN = asWorkflowId('00000000-0000-4000-9000-000000000000')

const BLANK = { correlationId: null, priority: 0, createdBy: null, event: null, idempotencyKey: null }

export function bearMain(world: World): void {
  const { main } = world.cast
  const start = { ...BLANK, workflowId: MAIN, definition: main, input: { a: 1 }, taskToDomain: {} }
  bear(world, newWorkflow({ ...start, parent: null, depth: 0, rootWorkflowId: null, now: world.now }), main)
}

/** False: nobody registered a workflow of that name. */
export function bearAnother(world: World, effect: StartWorkflowEffect): boolean {
  const definition =
    effect.definition === null ? world.cast.definitions.get(effect.name) : workflowDefSchema.parse(effect.definition)
  if (definition === undefined) return false
  bear(world, newWorkflow({ ...BLANK, ...effect, definition, now: world.now }), definition)
  return true
}

function bear(world: World, workflow: Workflow, definition: Cast['main']): void {
  world.durable.executions.set(workflow.workflowId, {
    header: workflow,
    snapshot: { definition, taskDefs: world.cast.taskDefs },
    rows: new Map(),
    wakeAt: world.now + WAKE_NEWBORN_MS,
    taken: false,
  })
  world.volatile.newborn.push(workflow.workflowId)
}
