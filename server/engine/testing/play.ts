import { runInNewContext } from 'node:vm'
import type { Decision, EvaluateEffect } from '@/server/engine/decision'
import type { PerformOutcome, ScriptOutcome } from '@/server/engine/event'
import { createSimulation, type Simulation, type SimulationOptions } from '@/server/engine/simulate'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import type { Json } from '@/server/model/json'
import { type Limits, LOCAL_LIMITS } from '@/server/model/limits'
import { type TaskDefInput, taskDefSchema } from '@/server/model/task-def'
import { type WorkflowDefInput, type WorkflowTaskInput, workflowDefSchema } from '@/server/model/workflow-def'
import { checkInvariants } from './invariants'

/** Executions for tests: definitions written as people write them, scripts run by Node. */
export const LIMITS: Limits = {
  ...LOCAL_LIMITS,
  bodyBytes: 10_000_000,
  jsonDepth: 100,
  jsonKeys: 1_000_000,
  stringBytes: 10_000_000,
  tasksPerExecution: 100_000,
  forkWidth: 20_000,
  loopTurns: 20_000,
  subWorkflowDepth: 10,
  descendants: 1_000,
  definitionBytes: 1_000_000,
  tasksPerDefinition: 1_000,
  variablesBytes: 256 * 1024,
  taskInputBytes: 10_000_000,
  taskOutputBytes: 10_000_000,
  scriptWallMs: 4_000,
  httpTotalMs: 30_000,
  httpResponseBytes: 1_000_000,
  httpPollMs: 1_000,
  workflowMessages: 1_000,
  webhookEventsKept: 100,
  logsPerTask: 100,
  logLineBytes: 10_000,
}

export const START = 1_700_000_000_000

export interface Stage {
  readonly workflows: readonly WorkflowDefInput[]
  readonly taskDefs?: readonly TaskDefInput[]
  readonly limits?: Partial<Limits>
  readonly random?: () => number
  readonly perform?: () => PerformOutcome
  /** Places are counted, as in a server: what has none waits. */
  readonly limited?: boolean
  /** Off for tests whose size the checks would square. */
  readonly checked?: boolean
  readonly onDecision?: (decision: Decision) => void
}

export function play(stage: Stage): Simulation {
  const watch: SimulationOptions['watch'] = (execution, decision) => {
    if (stage.checked !== false) checkInvariants(execution, decision, simulation.context())
    stage.onDecision?.(decision)
  }
  const simulation: Simulation = createSimulation({
    definitions: stage.workflows.map((definition) => workflowDefSchema.parse(definition)),
    taskDefs: (stage.taskDefs ?? []).map((def) => taskDefSchema.parse(def)),
    context: {
      random: stage.random ?? (() => 0),
      env: {},
      limits: { ...LIMITS, ...stage.limits },
      unlimited: stage.limited !== true,
    },
    startTime: START,
    evaluate: evaluateInNode,
    perform: stage.perform ?? (() => ({ status: 'completed', output: { response: { statusCode: 200, body: {} } } })),
    watch,
  })
  return simulation
}

/** A workflow of these tasks. */
export function workflow(
  name: string,
  tasks: WorkflowTaskInput[],
  more: Partial<WorkflowDefInput> = {},
): WorkflowDefInput {
  return { name, tasks, ...more }
}

export function simple(ref: string, more: Partial<WorkflowTaskInput> = {}): WorkflowTaskInput {
  return { name: ref, taskReferenceName: ref, type: 'SIMPLE', ...more }
}

export function system(type: string, ref: string, more: Partial<WorkflowTaskInput> = {}): WorkflowTaskInput {
  return { name: ref, taskReferenceName: ref, type, ...more }
}

/** A SUB_WORKFLOW of that definition's first version. */
export function sub(ref: string, name: string, more: Partial<WorkflowTaskInput> = {}): WorkflowTaskInput {
  return system('SUB_WORKFLOW', ref, { subWorkflowParam: { name, version: 1 }, ...more })
}

/** A FORK_JOIN with a JOIN over the last task of each branch. */
export function fork(ref: string, branches: WorkflowTaskInput[][], joinOn?: string[]): WorkflowTaskInput[] {
  const last = branches.flatMap((branch) => branch.at(-1)?.taskReferenceName ?? [])
  return [system('FORK_JOIN', ref, { forkTasks: branches }), system('JOIN', `${ref}_join`, { joinOn: joinOn ?? last })]
}

/** `ref:STATUS` of each row, in order. */
export function rowsOf(simulation: Simulation, id: WorkflowId): string[] {
  return simulation.tasks(id).map((task) => `${task.referenceTaskName}:${task.status}`)
}

/** The latest row under a reference name. */
export function rowOf(simulation: Simulation, id: WorkflowId, ref: string): Task {
  const task = simulation.tasks(id).findLast((row) => row.referenceTaskName === ref)
  if (task === undefined) throw new Error(`no row ${ref} among ${rowsOf(simulation, id).join(', ')}`)
  return task
}

/** The child that the latest row under a reference name started. */
export function childOf(simulation: Simulation, id: WorkflowId, ref: string): WorkflowId {
  const child = rowOf(simulation, id, ref).subWorkflowId
  if (child === null) throw new Error(`${ref} has no child`)
  return child
}

/** Polls and answers, as a worker would. */
export function work(simulation: Simulation, taskType: string, result: Parameters<Simulation['finish']>[1] = {}): Task {
  const task = simulation.poll(taskType)
  if (task === null) throw new Error(`nothing to poll for ${taskType}`)
  simulation.finish(task, result)
  return task
}

function evaluateInNode(effect: EvaluateEffect): ScriptOutcome {
  if (effect.language === 'jq') return { ok: false, kind: 'error', message: 'no jq in these tests' }
  try {
    const value: unknown = runInNewContext(`JSON.stringify((${effect.expression}) ?? null)`, {
      $: structuredClone(effect.input),
    })
    return { ok: true, value: JSON.parse(String(value)) as Json }
  } catch (error) {
    return { ok: false, kind: 'error', message: `Error evaluating the script \`${error}\` at line 1` }
  }
}
