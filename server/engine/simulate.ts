import type { DefinitionSnapshot, Task, Workflow } from '@/server/model/execution'
import type { TaskId, WorkflowId } from '@/server/model/ids'
import { asWorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { SchemaRef } from '@/server/model/schema-def'
import type { TaskDef } from '@/server/model/task-def'
import { type WorkflowDef, workflowDefSchema } from '@/server/model/workflow-def'
import type { DecideContext } from './context'
import { decide } from './decide'
import type {
  CheckOutputEffect,
  Decision,
  Effect,
  EvaluateEffect,
  PerformEffect,
  StartWorkflowEffect,
} from './decision'
import type { EngineEvent, PerformOutcome, ScriptOutcome, TaskResultEvent } from './event'
import { applyDecision, createExecution, type Execution, newWorkflow } from './execution'
import { claim, nextDue, type World } from './simulated-world'
import { allTasks } from './task-rows'

/**
 * A whole server in memory for dry runs and tests: executions and their children, a clock that only moves when told,
 * scripts and the work of system tasks answered by functions. The same engine, nothing else.
 */
export interface SimulationOptions {
  readonly definitions: readonly WorkflowDef[]
  readonly taskDefs?: readonly TaskDef[]
  readonly context: Omit<DecideContext, 'now' | 'newId'>
  readonly startTime: number
  /** Null: the answer comes later, by `send`. */
  readonly evaluate: (effect: EvaluateEffect, workflowId: WorkflowId) => ScriptOutcome | null
  readonly perform: (effect: PerformEffect, workflowId: WorkflowId) => PerformOutcome | null
  /** Whether a payload fits its schema: the answer comes later, by `send`. Left out: everything fits. */
  readonly check?: (question: SchemaQuestion, workflowId: WorkflowId) => void
  /** Sees each decision with the execution it was applied to. */
  readonly watch?: (execution: Execution, decision: Decision) => void
}

/** A workflow's output, or the input of a child that has not begun. */
export type SchemaQuestion =
  | CheckOutputEffect
  | { readonly type: 'check-input'; readonly name: string; readonly schema: SchemaRef; readonly input: JsonObject }

export interface Simulation {
  readonly executions: Map<WorkflowId, Execution>
  readonly now: () => number
  readonly context: () => DecideContext
  /** Begins a workflow and runs everything that needs no worker. */
  readonly start: (name: string, input?: JsonObject, more?: Partial<Workflow>) => WorkflowId
  /** One event, and all that follows from it. */
  readonly send: (id: WorkflowId, event: EngineEvent) => Decision
  /** The oldest due task of a type, claimed as a worker's poll claims it. */
  readonly poll: (taskType: string) => Task | null
  readonly finish: (task: Task, result?: Partial<TaskResultEvent>) => Decision
  /** Moves the clock, waking whoever is due on the way. */
  readonly advance: (ms: number) => void
  readonly workflow: (id: WorkflowId) => Workflow
  readonly tasks: (id: WorkflowId) => Task[]
}

interface SimulatedServer extends World {
  readonly options: SimulationOptions
  readonly queue: { id: WorkflowId; event: EngineEvent }[]
  ids: number
}

export function createSimulation(options: SimulationOptions): Simulation {
  const world: SimulatedServer = { options, executions: new Map(), queue: [], now: options.startTime, ids: 0 }
  const send = (id: WorkflowId, event: EngineEvent): Decision => {
    const decision = decideOne(world, id, event)
    drain(world)
    return decision
  }
  return {
    executions: world.executions,
    now: () => world.now,
    context: () => contextOf(world),
    start: (name, input = {}, more = {}) => {
      const id = asWorkflowId(newId(world))
      insert(world, { ...blankStart, workflowId: id, name, input }, more)
      send(id, { type: 'start' })
      return id
    },
    send,
    poll: (taskType) => claim(world, taskType),
    finish: (task, result = {}) => send(task.workflowInstanceId, { ...completed(task.taskId), ...result }),
    advance: (ms) => advance(world, world.now + ms),
    workflow: (id) => executionOf(world, id).workflow,
    tasks: (id) => allTasks(executionOf(world, id).rows),
  }
}

const blankStart: Omit<StartWorkflowEffect, 'workflowId' | 'name' | 'input'> = {
  type: 'start-workflow',
  purpose: 'child',
  version: null,
  definition: null,
  correlationId: null,
  priority: 0,
  taskToDomain: {},
  parent: null,
  depth: 0,
  rootWorkflowId: null,
}

export function completed(taskId: TaskId): TaskResultEvent {
  return {
    type: 'task-result',
    taskId,
    status: 'COMPLETED',
    output: {},
    mergeOutput: false,
    reasonForIncompletion: null,
    callbackAfterSeconds: 0,
    extendLease: false,
    workerId: 'simulated',
  }
}

function newId(world: SimulatedServer): string {
  world.ids += 1
  return `00000000-0000-4000-8000-${String(world.ids).padStart(12, '0')}`
}

function contextOf(world: SimulatedServer): DecideContext {
  return { unlimited: true, ...world.options.context, now: world.now, newId: () => newId(world) }
}

function executionOf(world: SimulatedServer, id: WorkflowId): Execution {
  const execution = world.executions.get(id)
  if (execution === undefined) throw new Error(`The simulation has no execution ${id}.`)
  return execution
}

function decideOne(world: SimulatedServer, id: WorkflowId, event: EngineEvent): Decision {
  const execution = executionOf(world, id)
  const decision = decide(execution, event, contextOf(world))
  applyDecision(execution, decision)
  world.options.watch?.(execution, decision)
  for (const effect of decision.effects) perform(world, id, effect)
  return decision
}

function drain(world: SimulatedServer): void {
  for (let next = world.queue.shift(); next !== undefined; next = world.queue.shift()) {
    decideOne(world, next.id, next.event)
  }
}

function perform(world: SimulatedServer, id: WorkflowId, effect: Effect): void {
  switch (effect.type) {
    case 'evaluate':
    case 'perform':
      work(world, id, effect)
      return
    case 'tell':
      if (world.executions.has(effect.workflowId)) world.queue.push({ id: effect.workflowId, event: effect.event })
      return
    case 'check-output':
      if (world.options.check) world.options.check(effect, id)
      else world.queue.push({ id, event: { type: 'output-checked', output: effect.output, problem: null } })
      return
    // A dry run knows no earlier results.
    case 'recall':
      world.queue.push({ id, event: { type: 'recalled', taskId: effect.taskId, output: null } })
      return
    case 'start-workflow':
      startAnother(world, id, effect)
  }
}

function work(world: SimulatedServer, id: WorkflowId, effect: EvaluateEffect | PerformEffect): void {
  const { taskId } = effect
  if (effect.type === 'evaluate') {
    const outcome = world.options.evaluate(effect, id)
    if (outcome !== null) world.queue.push({ id, event: { type: 'script-result', taskId, outcome } })
  } else {
    const outcome = world.options.perform(effect, id)
    if (outcome !== null) world.queue.push({ id, event: { type: 'perform-result', taskId, outcome } })
  }
}

function startAnother(world: SimulatedServer, id: WorkflowId, effect: StartWorkflowEffect): void {
  if (insert(world, effect, {})) {
    begin(world, effect)
    tellVersion(world, id, effect)
    return
  }
  const message = `No such workflow defined. name=${effect.name}, version=${effect.version}`
  if (effect.parent === null) world.queue.push({ id, event: { type: 'failure-workflow-refused', message } })
  else world.queue.push({ id, event: { type: 'child-refused', taskId: effect.parent.taskId, message } })
}

/** A failure workflow runs whatever it is given. */
function begin(world: SimulatedServer, { workflowId, parent }: StartWorkflowEffect): void {
  const { snapshot, workflow } = executionOf(world, workflowId)
  const { enforceSchema, inputSchema, name } = snapshot.definition
  const { check } = world.options
  if (check === undefined || parent === null || !enforceSchema || !inputSchema) {
    world.queue.push({ id: workflowId, event: { type: 'start', checked: true } })
    return
  }
  check({ type: 'check-input', name, schema: inputSchema as SchemaRef, input: workflow.input }, workflowId)
}

/** Of a child that was asked for without a version. */
function tellVersion(world: SimulatedServer, id: WorkflowId, effect: StartWorkflowEffect): void {
  const { purpose, definition, parent } = effect
  const version = world.executions.get(effect.workflowId)?.workflow.workflowVersion
  if (purpose !== 'child' || definition !== null || effect.version !== null || !parent || version === undefined) return
  world.queue.push({ id, event: { type: 'child-begun', taskId: parent.taskId, version } })
}

function insert(world: SimulatedServer, start: StartWorkflowEffect, more: Partial<Workflow>): boolean {
  const definition = findDefinition(world, start)
  if (definition === null) return false
  const taskDefs = Object.fromEntries((world.options.taskDefs ?? []).map((def) => [def.name, def]))
  const snapshot: DefinitionSnapshot = { definition, taskDefs }
  const blank = { createdBy: null, event: null, idempotencyKey: start.idempotencyKey ?? null, now: world.now }
  const workflow = { ...newWorkflow({ ...start, ...blank, definition }), ...more }
  world.executions.set(start.workflowId, createExecution(workflow, snapshot, []))
  return true
}

function findDefinition(world: SimulatedServer, start: StartWorkflowEffect): WorkflowDef | null {
  if (start.definition !== null) return workflowDefSchema.parse(start.definition)
  const named = world.options.definitions.filter((definition) => definition.name === start.name)
  const version = start.version ?? Math.max(...named.map((definition) => definition.version))
  return named.find((definition) => definition.version === version) ?? null
}

function advance(world: SimulatedServer, until: number): void {
  for (let due = nextDue(world, until); due !== null; due = nextDue(world, until)) {
    world.now = Math.max(world.now, due.at)
    decideOne(world, due.id, due.event)
    drain(world)
  }
  world.now = until
}
