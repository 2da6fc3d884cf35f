import { templatedInput } from '@/server/engine/add-task'
import type { TaskSchemas } from '@/server/engine/decision'
import { changeTask, type Draft, endTask } from '@/server/engine/draft'
import type { PerformOutcome } from '@/server/engine/event'
import { taskDefOf } from '@/server/engine/task-defs'
import type { Task } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import type { SchemaRef } from '@/server/model/schema-def'
import { holdForUs } from './ask'
import { ownTask } from './in-place'
import type { Operator, Step } from './operator'

/** What tells one performed task type from another. */
export interface PerformedRule {
  /** Why the work cannot begin: Conductor's words for a FAILED row; null when it can. */
  readonly missing?: (input: JsonObject) => string | null
  readonly input?: Operator['input']
  /** What the performer is given, where that is not the task's input. */
  readonly work?: (draft: Draft, task: Task) => JsonObject
  /** The performer passes the input on to another execution: secrets stay markers in it. */
  readonly keepsMarkers?: boolean
  /** The work only prepares the task: somebody else ends it. */
  readonly endsOutside?: boolean
  /** What is left of the input when the task has ended. */
  readonly keeps?: (input: JsonObject) => JsonObject
}

/**
 * A task that this server works on outside the engine, as Conductor's asynchronous system tasks. With
 * `asyncComplete` the outcome is recorded and somebody else ends the task.
 */
export function performed(rule: PerformedRule = {}): Operator {
  const { missing, input = templatedInput, work = ownInput, keepsMarkers = false, endsOutside = false } = rule
  const { keeps = (given) => given } = rule
  const isForOthers = ({ workflowTask, inputData }: Task): boolean =>
    endsOutside || workflowTask.asyncComplete || inputData.asyncComplete === true
  const begin = (step: Step, task: Task): void => {
    const reason = missing?.(task.inputData) ?? null
    if (reason !== null) {
      endTask(step.draft, task, { status: 'FAILED', reasonForIncompletion: reason })
      return
    }
    holdForUs(step.draft, task)
    const { taskId, taskType, secretNames = null } = task
    step.draft.effects.push({
      type: 'perform',
      taskId,
      taskType,
      input: work(step.draft, task),
      secretNames,
      keepsMarkers,
      schemas: schemasOf(step.draft, task, isForOthers(task)),
    })
  }
  const onPerformed: Operator['onPerformed'] = ({ draft }, held, outcome) => {
    const task = outcome.status === 'again' ? held : { ...held, inputData: keeps(held.inputData) }
    if (outcome.status === 'failed') fail(draft, task, outcome)
    else if (outcome.status === 'again') putOff(draft, task, outcome)
    else if (isForOthers(task)) changeTask(draft, task, { outputData: outcome.output, leaseUntil: 0 })
    else endTask(draft, task, { status: 'COMPLETED', outputData: outcome.output })
  }
  return ownTask({ performer: 'system', limited: true, input, begin, onPerformed })
}

function schemasOf(draft: Draft, task: Task, isForOthers: boolean): TaskSchemas | null {
  const def = taskDefOf(draft.snapshot, task)
  if (!def?.enforceSchema || !(def.inputSchema || def.outputSchema)) return null
  const { inputSchema, outputSchema } = def
  return {
    input: (inputSchema as SchemaRef) ?? null,
    output: isForOthers ? null : ((outputSchema as SchemaRef) ?? null),
  }
}

const ownInput = (_draft: Draft, { inputData }: Task): JsonObject => inputData

type Outcome<Status> = Extract<PerformOutcome, { readonly status: Status }>

function fail(draft: Draft, task: Task, { output, reason, retryable }: Outcome<'failed'>): void {
  const status = retryable ? 'FAILED' : 'FAILED_WITH_TERMINAL_ERROR'
  endTask(draft, task, { status, outputData: output, reasonForIncompletion: reason })
}

/** The lease that passes brings the row back to `begin`. */
function putOff(draft: Draft, task: Task, { output, afterMs, toldSeconds }: Outcome<'again'>): void {
  changeTask(draft, task, {
    outputData: output,
    callbackAfterSeconds: toldSeconds ?? Math.ceil(afterMs / 1000),
    pollCount: task.pollCount + 1,
    leaseUntil: draft.context.now + Math.max(1, afterMs),
  })
}
