import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Task, Workflow } from '@/server/model/execution'
import { asTaskId, asWorkflowId, type TaskId } from '@/server/model/ids'
import { isTerminalTask, isTerminalWorkflow } from '@/server/model/status'
import { type WorkflowTaskInput, workflowDefSchema } from '@/server/model/workflow-def'
import type { DecideContext } from './context'
import { decide } from './decide'
import type { Decision } from './decision'
import type { EngineEvent } from './event'
import { applyDecision, createExecution, type Execution, newWorkflow } from './execution'
import { completed } from './simulate'
import { checkInvariants } from './testing/invariants'
import { LIMITS, START } from './testing/play'

/** Random definitions, random answers: what must hold for all of them. */
type Shape = { readonly kind: string; readonly parts: readonly Shape[][] }

const shapes = fc.letrec<{ list: Shape[]; shape: Shape }>((tie) => ({
  list: fc.array(tie('shape'), { minLength: 1, maxLength: 3 }),
  shape: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    fc.constantFrom('SIMPLE', 'OPTIONAL', 'SET_VARIABLE', 'INLINE', 'WAIT').map((kind) => ({ kind, parts: [] })),
    fc.tuple(tie('list'), tie('list')).map((parts) => ({ kind: 'SWITCH', parts })),
    fc.tuple(tie('list')).map((parts) => ({ kind: 'SCRIPTED', parts })),
    fc.array(tie('list'), { minLength: 1, maxLength: 3 }).map((parts) => ({ kind: 'FORK', parts })),
    fc.tuple(tie('list')).map((parts) => ({ kind: 'LOOP', parts })),
    fc.constant({ kind: 'DYNAMIC_FORK', parts: [] }),
  ),
})).list

function toTasks(list: readonly Shape[], next: { id: number }): WorkflowTaskInput[] {
  return list.flatMap((shape) => toTask(shape, next))
}

function toTask(shape: Shape, next: { id: number }): WorkflowTaskInput[] {
  next.id += 1
  const ref = `t${next.id}`
  const parts = shape.parts.map((part) => toTasks(part, next))
  const task = (type: string, more: Partial<WorkflowTaskInput> = {}) => ({
    name: ref,
    taskReferenceName: ref,
    type,
    ...more,
  })
  switch (shape.kind) {
    case 'OPTIONAL':
      return [task('SIMPLE', { optional: true })]
    case 'SET_VARIABLE':
      return [task('SET_VARIABLE', { inputParameters: { [ref]: 1 } })]
    case 'INLINE':
      return [task('INLINE', { inputParameters: { expression: '1' } })]
    case 'SWITCH':
      return [
        task('SWITCH', {
          evaluatorType: 'value-param',
          expression: 'k',
          inputParameters: { k: next.id % 2 },
          decisionCases: { 1: parts[0] ?? [] },
          defaultCase: parts[1] ?? [],
        }),
      ]
    case 'SCRIPTED':
      return [task('SWITCH', { evaluatorType: 'javascript', expression: 'x', decisionCases: { 1: parts[0] ?? [] } })]
    case 'FORK':
      return [
        task('FORK_JOIN', { forkTasks: parts }),
        { name: 'join', taskReferenceName: `${ref}_join`, type: 'JOIN', joinOn: parts.map(lastRef) },
      ]
    case 'LOOP':
      return [
        task('DO_WHILE', {
          // Not a plain comparison: the answers here decide.
          loopCondition: 'again()',
          loopOver: parts[0] ?? [],
          inputParameters: { keepLastN: 1 + (next.id % 3) },
        }),
      ]
    case 'DYNAMIC_FORK':
      return [
        task('FORK_JOIN_DYNAMIC', { inputParameters: { forkTaskName: 'work', forkTaskInputs: [1, 2] } }),
        { name: 'join', taskReferenceName: `${ref}_join`, type: 'JOIN' },
      ]
    default:
      return [task(shape.kind)]
  }
}

/** Of a switch the last task of a case, which may not be taken. */
function lastRef(branch: WorkflowTaskInput[]): string {
  const last = branch.at(-1)
  const [taken] = Object.values(last?.decisionCases ?? {})
  return taken?.at(-1)?.taskReferenceName ?? last?.taskReferenceName ?? ''
}

/** A deterministic world: the n-th id, the n-th choice. Either the cached execution is used on, or it is loaded anew. */
interface Run {
  execution: Execution
  readonly context: DecideContext
}

function begin(tasks: WorkflowTaskInput[]): Run {
  const definition = workflowDefSchema.parse({ name: 'w', tasks })
  let ids = 0
  const newId = () => {
    ids += 1
    return `id-${ids}`
  }
  const context = { now: START, newId, random: () => 0, env: {}, limits: LIMITS }
  const blank = {
    correlationId: null,
    priority: 0,
    taskToDomain: {},
    createdBy: null,
    event: null,
    idempotencyKey: null,
  }
  const header = newWorkflow({
    ...blank,
    workflowId: asWorkflowId('w'),
    definition,
    input: {},
    parent: null,
    depth: 0,
    rootWorkflowId: null,
    now: START,
  })
  return { execution: createExecution(header, { definition, taskDefs: {} }, []), context }
}

function send(run: Run, event: EngineEvent, reload: boolean): Decision {
  const decision = decide(run.execution, event, run.context)
  applyDecision(run.execution, decision)
  if (reload) {
    const { workflow, snapshot, tasks } = run.execution
    run.execution = createExecution(clone(workflow), snapshot, [...tasks.values()].map(clone))
  }
  return decision
}

function clone<T extends Task | Workflow>(row: T): T {
  return structuredClone(row)
}

/** The next event that this choice means: an answer to one of the open rows. */
function eventFor(run: Run, choice: number): EngineEvent {
  const open = [...run.execution.tasks.values()].filter((task) => !isTerminalTask(task.status) && isAnswerable(task))
  const task = open[choice % Math.max(1, open.length)]
  const command = choice > 90 ? COMMANDS[choice % COMMANDS.length] : undefined
  if (command !== undefined) return command
  if (task === undefined) return { type: 'wake' }
  if (task.leaseUntil > 0)
    return { type: 'script-result', taskId: task.taskId, outcome: { ok: true, value: choice % 2 } }
  return { ...completed(task.taskId), status: STATUSES[choice % STATUSES.length] ?? 'COMPLETED' }
}

const STATUSES = ['COMPLETED', 'COMPLETED', 'IN_PROGRESS', 'COMPLETED', 'FAILED'] as const

const COMMANDS: readonly EngineEvent[] = [
  { type: 'pause' },
  { type: 'resume' },
  { type: 'wake' },
  { type: 'terminate', reason: null, triggerFailureWorkflow: false },
  { type: 'retry', resumeSubworkflowTasks: false },
  { type: 'restart', latest: null },
]

function isAnswerable(task: Task): boolean {
  return task.performer === 'worker' || task.leaseUntil > 0 || task.taskType === 'WAIT'
}

const choices = fc.array(fc.nat(100), { maxLength: 40 })

describe('for any definition and any answers', () => {
  test('counters are right, effects name tasks, and waking again is quiet', () => {
    fc.assert(
      fc.property(shapes, choices, (shape, answers) => {
        const run = begin(toTasks(shape, { id: 0 }))
        for (const event of ['start' as const, ...answers]) {
          const decision = send(run, event === 'start' ? { type: 'start' } : eventFor(run, event), false)
          checkInvariants(run.execution, decision, run.context)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('an execution kept in memory and one loaded for each event come to the same', () => {
    fc.assert(
      fc.property(shapes, choices, (shape, answers) => {
        const tasks = toTasks(shape, { id: 0 })
        const [kept, loaded] = [begin(tasks), begin(tasks)]
        for (const event of ['start' as const, ...answers]) {
          send(kept, event === 'start' ? { type: 'start' } : eventFor(kept, event), false)
          send(loaded, event === 'start' ? { type: 'start' } : eventFor(loaded, event), true)
        }
        expect(stateOf(loaded)).toEqual(stateOf(kept))
      }),
      { numRuns: 60 },
    )
  })

  test('deciding changes nothing, and twice is the same', () => {
    fc.assert(
      fc.property(shapes, choices, (shape, answers) => {
        const run = begin(toTasks(shape, { id: 0 }))
        for (const answer of ['start' as const, ...answers]) {
          const event = answer === 'start' ? ({ type: 'start' } as const) : eventFor(run, answer)
          const before = stateOf(run)
          const tried = decide(run.execution, event, countingFrom(run))
          expect(stateOf(run)).toEqual(before)
          expect(decide(run.execution, event, countingFrom(run))).toEqual(tried)
          send(run, event, false)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('once all work is done the workflow has ended', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const run = begin(toTasks(shape, { id: 0 }))
        send(run, { type: 'start' }, false)
        for (let step = 0; step < 2_000 && !isTerminalWorkflow(run.execution.workflow.status); step += 1) {
          send(run, lastWord(run), false)
        }
        expect(run.execution.workflow.status).toBe('COMPLETED')
        expect([...run.execution.tasks.values()].filter((task) => !isTerminalTask(task.status))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

/** Everything succeeds, every loop stops. */
function lastWord(run: Run): EngineEvent {
  const open = [...run.execution.tasks.values()].find((task) => !isTerminalTask(task.status) && isAnswerable(task))
  const taskId: TaskId = open?.taskId ?? asTaskId('none')
  if (open === undefined) return { type: 'wake' }
  return open.leaseUntil > 0 ? { type: 'script-result', taskId, outcome: { ok: true, value: 0 } } : completed(taskId)
}

function countingFrom(run: Run): DecideContext {
  let ids = run.execution.tasks.size * 1_000
  return {
    ...run.context,
    newId: () => {
      ids += 1
      return `try-${ids}`
    },
  }
}

function stateOf(run: Run): unknown {
  return structuredClone({ workflow: run.execution.workflow, tasks: [...run.execution.tasks.values()] })
}
