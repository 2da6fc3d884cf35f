import { setImmediate } from 'node:timers/promises'
import type { EvaluateEffect } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import type { Execution } from '@/server/engine/execution'
import { createSimulation, type SchemaQuestion, type Simulation } from '@/server/engine/simulate'
import { openTasks } from '@/server/engine/task-rows'
import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import type { MockPlan, TaskMock, WorkflowTestRequest } from '@/server/model/requests'
import { isTerminalWorkflow } from '@/server/model/status'
import type { TaskDef } from '@/server/model/task-def'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { Variables } from '@/server/store/environment'
import type { App } from './app'
import { evaluateEffect } from './evaluate-script'
import { checkChildInput } from './schemas/check-child-input'
import { checkOutput } from './schemas/check-output'

/** Who plays in a test run: the workflow, its children, and the answers of those who do not. */
export interface Cast {
  readonly request: WorkflowTestRequest
  readonly main: WorkflowDef
  readonly definitions: readonly WorkflowDef[]
  readonly taskDefs: readonly TaskDef[]
}

const WALL_MS = 10_000
const MOST_EXECUTIONS = 100
const MOST_TASKS = 1_000

/** A script to run, or a payload to hold against its schema. */
interface Question {
  readonly workflowId: WorkflowId
  readonly effect: EvaluateEffect | SchemaQuestion
}

interface Rehearsal {
  readonly app: App
  readonly actor: Actor
  readonly simulation: Simulation
  readonly questions: Question[]
  readonly request: WorkflowTestRequest
  /** How many answers each task has had. */
  readonly used: Map<string, number>
}

/**
 * Answers open tasks from the mocks, runs scripts, and lets time pass at once where only time is missing; until the
 * workflow has ended or waits for something that no mock gives. No system task is performed.
 */
export async function rehearse(app: App, actor: Actor, cast: Cast): Promise<Execution> {
  const rehearsal = begin(app, actor, { ...cast, env: await app.environment.of(actor.namespaceId) })
  const { simulation } = rehearsal
  const { correlationId = null, priority, taskToDomain, input } = cast.request
  const header = { correlationId, priority, taskToDomain, createdBy: actor.name }
  const id = simulation.start(cast.main.name, input ?? {}, header)
  const deadline = performance.now() + WALL_MS
  while (!isTerminalWorkflow(simulation.workflow(id).status) && performance.now() < deadline) {
    if (!(answerOne(rehearsal) || (await settleOne(rehearsal)) || passTime(simulation))) break
    await setImmediate()
  }
  const execution = simulation.executions.get(id)
  if (execution === undefined) throw new Error('A rehearsal lost its workflow.')
  return execution
}

function begin(
  app: App,
  actor: Actor,
  { request, definitions, taskDefs, env }: Cast & { readonly env: Variables },
): Rehearsal {
  const questions: Question[] = []
  const limits = {
    ...app.limits,
    tasksPerExecution: Math.min(MOST_TASKS, app.limits.tasksPerExecution),
    loopTurns: Math.min(MOST_TASKS, app.limits.loopTurns),
  }
  const simulation: Simulation = createSimulation({
    definitions,
    taskDefs,
    context: { random: () => 0, env, limits, extensions: app.extensions },
    startTime: app.clock.now(),
    evaluate: (effect, workflowId) => {
      questions.push({ workflowId, effect })
      return null
    },
    perform: () => null,
    check: (effect, workflowId) => void questions.push({ workflowId, effect }),
    watch: () => {
      if (simulation.executions.size <= MOST_EXECUTIONS) return
      throw new AppError('BAD_REQUEST', `The test started more than ${MOST_EXECUTIONS} workflows.`)
    },
  })
  return { app, actor, simulation, questions, request, used: new Map() }
}

function answerOne(rehearsal: Rehearsal): boolean {
  for (const task of allOpen(rehearsal.simulation)) {
    const mock = nextMock(rehearsal, task)
    if (mock === undefined) continue
    rehearsal.simulation.finish(task, { status: mock.status, output: mock.output })
    return true
  }
  return false
}

/** The answers of a task in order: to its attempts, and to the turns of a loop; or to one turn by `ref__N`. */
function nextMock(rehearsal: Rehearsal, task: Task): TaskMock | undefined {
  const mocks = planOf(rehearsal, task.workflowInstanceId)?.taskRefToMockOutput ?? {}
  const names = [task.referenceTaskName, task.workflowTask.taskReferenceName]
  const ref = names.find((name) => Object.hasOwn(mocks, name))
  if (ref === undefined) return undefined
  const key = `${task.workflowInstanceId}/${ref}`
  const at = rehearsal.used.get(key) ?? 0
  rehearsal.used.set(key, at + 1)
  return mocks[ref]?.[at]
}

/** A child's answers stand under the name of the task that started it. */
function planOf(rehearsal: Rehearsal, id: WorkflowId): MockPlan | undefined {
  const { simulation, request } = rehearsal
  const { parentWorkflowId, parentWorkflowTaskId } = simulation.workflow(id)
  if (parentWorkflowId === null || parentWorkflowTaskId === null) return request
  const parent = simulation.executions.get(parentWorkflowId)?.tasks.get(parentWorkflowTaskId)
  const plan = planOf(rehearsal, parentWorkflowId)
  return plan?.subWorkflowTestRequest[parent?.workflowTask.taskReferenceName ?? '']
}

async function settleOne({ app, actor, simulation, questions }: Rehearsal): Promise<boolean> {
  const question = questions.shift()
  if (question === undefined) return false
  simulation.send(question.workflowId, await answerTo(app, actor, question.effect))
  return true
}

async function answerTo(app: App, { namespaceId }: Actor, effect: Question['effect']): Promise<EngineEvent> {
  if (effect.type === 'check-input') return checkChildInput(app, namespaceId, effect)
  if (effect.type === 'check-output') return checkOutput(app, namespaceId, effect)
  const outcome = await evaluateEffect(app, namespaceId, effect)
  return { type: 'script-result', taskId: effect.taskId, outcome }
}

/** To the next moment that a WAIT or a delayed start waits for. */
function passTime(simulation: Simulation): boolean {
  const open = allOpen(simulation)
  // A call that nobody mocked is asked for again and again while time passes.
  if (open.some((task) => task.performer === 'system' && task.leaseUntil > 0)) return false
  const moments = open.flatMap((task) => [task.waitTimeout, task.performer === 'worker' ? 0 : task.deliverAt])
  const next = Math.min(...moments.filter((moment) => moment > simulation.now()))
  if (!Number.isFinite(next)) return false
  simulation.advance(next - simulation.now())
  return true
}

function allOpen(simulation: Simulation): Task[] {
  return [...simulation.executions.values()].flatMap(({ rows }) => openTasks(rows))
}
