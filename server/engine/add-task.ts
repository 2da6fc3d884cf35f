import { resolveTaskInput } from '@/server/engine/expressions/resolve-task-input'
import type { Task } from '@/server/model/execution'
import { asTaskId, type TaskId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { isTerminalTask } from '@/server/model/status'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { inputProblem } from './check-payload'
import { chooseDomain } from './domains'
import { type Draft, endTask, failWorkflow } from './draft'
import type { Entry, NewTask, Operator, Place } from './operators/operator'
import { scopeOf } from './scope'
import { secretsFor } from './secret-names'
import { askCache, isRecalling } from './task-cache'
import { findTaskDef, policyName, workerTaskDef } from './task-defs'
import { baseRef, suffixOf } from './task-refs'
import { putTask } from './task-rows'

/** The input of most tasks: inputParameters, resolved now. */
export function plainInput(draft: Draft, entry: Entry, taskId?: TaskId): JsonObject {
  return inputWith(draft, entry, { taskId, template: templateOfDynamic(entry.task) })
}

/** With the template of the task's definition: as Conductor, for workers and for scripts, queries, calls and loops only. */
export function templatedInput(draft: Draft, entry: Entry, taskId?: TaskId): JsonObject {
  const { task } = entry
  const template = isFromDynamic(task)
    ? templateOfDynamic(task)
    : findTaskDef(draft.snapshot, task, task.name)?.inputTemplate
  return inputWith(draft, entry, { taskId, template })
}

interface Resolved {
  readonly taskId: TaskId | undefined
  readonly template: JsonObject | undefined
}

function inputWith(draft: Draft, { task, replaces }: Entry, { taskId, template = {} }: Resolved): JsonObject {
  if (replaces?.input) return replaces.input
  const { inputParameters } = task
  const scope = scopeOf(draft, { inputParameters, template }, taskId)
  return resolveTaskInput(inputParameters, template, { ...scope, maxBytes: draft.context.limits.taskInputBytes })
}

/** Whatever DYNAMIC made of itself has the template of its own definition, and not that of what it named. */
function templateOfDynamic(task: WorkflowTask): JsonObject | undefined {
  return isFromDynamic(task) ? task.taskDefinition?.inputTemplate : undefined
}

function isFromDynamic({ type, dynamicTaskNameParam }: WorkflowTask): boolean {
  return type !== 'DYNAMIC' && Boolean(dynamicTaskNameParam)
}

/**
 * Adds a row at the end. Null: the execution may not grow any further, which fails it, or the input is too large,
 * which fails the row.
 */
export function addTask(draft: Draft, added: NewTask): Task | null {
  const { tasksPerExecution } = draft.context.limits
  if (draft.rows.counts.rows >= tasksPerExecution) {
    failWorkflow(
      draft,
      `The workflow reached the limit of ${tasksPerExecution} tasks in one execution (tasksPerExecution).`,
    )
    return null
  }
  const taskId = added.fields?.taskId ?? rowIdFor(draft, added)
  const inputData = added.fields?.inputData ?? added.operator.input(draft, added, taskId)
  const secretNames = secretsFor(draft, added, inputData)
  const first = { ...firstAttempt(draft, added), ...added.fields, taskId, inputData, secretNames }
  const made: Task = added.operator.atOnce ? { ...first, deliverAt: draft.context.now } : first
  const problem = inputProblem(made.referenceTaskName, inputData, draft.context.limits)
  if (problem !== null) {
    const refused = { status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion: problem } as const
    endTask(draft, { ...made, inputData: {}, outputData: {}, executed: false }, refused)
    return null
  }
  const task = added.task.cacheConfig ? askCache(draft, added, made) : made
  hideForNow(draft, task)
  putTask(draft.rows, task)
  if (task.performer !== 'worker' && !isTerminalTask(task.status) && !isRecalling(task)) draft.fresh.push(taskId)
  return task
}

/** What is over when it appears, as a fork and a choice by value are, can be read at once, other than in Conductor. */
function hideForNow({ unseen, rows }: Draft, task: Task): void {
  const ref = baseRef(task)
  if (unseen !== null && !unseen.has(ref) && !isTerminalTask(task.status)) unseen.set(ref, rows.latestByBase.get(ref))
}

/** `startDelay` holds for workers and for what Conductor does beside its decisions; anything else begins at once. */
export function isPutOff({ task }: Entry, { performer, limited }: Operator): boolean {
  return task.startDelay > 0 && (performer === 'worker' || limited === true)
}

/** The id of the row that an entry will add. */
export function rowIdFor(draft: Draft, entry: Entry): TaskId {
  return entry.replaces?.row.taskId ?? asTaskId(draft.context.newId())
}

export function firstAttempt(draft: Draft, added: NewTask): Omit<Task, 'taskId' | 'inputData' | 'secretNames'> {
  const { task, place, operator, replaces } = added
  const { now } = draft.context
  const taskType = added.fields?.taskType ?? (task.type === 'SIMPLE' ? task.name : task.type)
  const name = added.fields?.taskDefName ?? task.name
  const forWorkers = operator.performer === 'worker'
  const delay = isPutOff(added, operator) ? task.startDelay : 0
  const policy = policyName(task, name)
  const def = forWorkers ? workerTaskDef(draft.snapshot, task, policy) : findTaskDef(draft.snapshot, task, policy)
  return {
    workflowInstanceId: draft.workflow.workflowId,
    referenceTaskName: task.taskReferenceName + place.suffix,
    taskType,
    taskDefName: name,
    status: 'SCHEDULED',
    seq: replaces?.row.seq || draft.rows.counts.lastSeq + 1,
    outputData: {},
    retryCount: replaces?.row.retryCount ?? 0,
    retriedTaskId: replaces?.row.retriedTaskId ?? null,
    retried: false,
    executed: false,
    pollCount: 0,
    scheduledTime: now,
    firstScheduledTime: now,
    startTime: forWorkers || delay > 0 ? 0 : now,
    endTime: 0,
    updateTime: now,
    startDelayInSeconds: delay,
    callbackAfterSeconds: delay,
    callbackAfterMs: delay * 1000,
    responseTimeoutSeconds: def?.responseTimeoutSeconds ?? 0,
    workerId: null,
    domain: forWorkers ? chooseDomain(draft, name) : null,
    iteration: iterationOf(place),
    loopOverTask: place.suffix !== '',
    subWorkflowId: null,
    subworkflowChanged: false,
    // Rerun, a worker's row goes on saying why it ended last time, until it ends again.
    reasonForIncompletion: (forWorkers ? replaces?.row.reasonForIncompletion : null) ?? null,
    waitTimeout: 0,
    workflowTask: writtenTask(draft, added),
    dynamic: place.dynamic,
    performer: operator.performer,
    // What is under way already does not wait.
    deliverAt: (added.fields?.status ?? 'SCHEDULED') === 'SCHEDULED' ? now + delay * 1000 : now,
    leaseUntil: 0,
    state: place.dynamic && place.loop !== null ? { loop: place.loop } : null,
  }
}

/** As the definition has it, where it does: a DYNAMIC task stays one, whatever its row turned out to be. */
function writtenTask({ rows }: Draft, { task, place }: Entry): Task['workflowTask'] {
  return place.dynamic ? task : (rows.positions.get(task.taskReferenceName)?.task ?? task)
}

/** The entry that a row came from. */
export function entryOf(task: Task): Entry {
  const loop = task.state?.loop
  const place = { suffix: suffixOf(task), dynamic: task.dynamic, loop: typeof loop === 'string' ? loop : null }
  return { task: task.workflowTask, place }
}

function iterationOf(place: Place): number {
  return place.suffix === '' ? 0 : Number(place.suffix.slice(place.suffix.lastIndexOf('__') + 2))
}
