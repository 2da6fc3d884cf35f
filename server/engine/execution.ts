import type { DefinitionSnapshot, Task, Workflow } from '@/server/model/execution'
import type { TaskId, WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { isTerminalTask } from '@/server/model/status'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { Decision } from './decision'
import { indexDefinition } from './definition-index'
import { stateAtBirth } from './input-check'
import { emptyRows, type TaskRows } from './row-tables'
import { baseRef } from './task-refs'
import { dropTask, putTask } from './task-rows'

/**
 * One execution in memory, owned by the store. `decide` only reads it; it changes through `applyDecision` after the
 * transition committed, and through `refreshClaims`.
 */
export interface Execution {
  /** `revision` is the store's to set. */
  workflow: Workflow
  snapshot: DefinitionSnapshot
  /** Every row by id. */
  tasks: ReadonlyMap<TaskId, Task>
  rows: TaskRows
  /** The last decision's; undefined until there was one since it was loaded. */
  wakeAt: number | null | undefined
}

/** `tasks` in any order. */
export function createExecution(workflow: Workflow, snapshot: DefinitionSnapshot, tasks: readonly Task[]): Execution {
  const byId = new Map<TaskId, Task>()
  const rows: TaskRows = { ...emptyRows(indexDefinition(snapshot.definition)), tasks: byId }
  for (const task of [...tasks].sort((a, b) => a.seq - b.seq)) putTask(rows, task)
  return { workflow, snapshot, tasks: byId, rows, wakeAt: undefined }
}

/** Costs what the decision changed, not what the execution holds. */
export function applyDecision(execution: Execution, decision: Decision): void {
  const { workflow, created, updated, removed, definition } = decision.changes
  if (definition !== null) {
    const kept = new Map(execution.tasks)
    for (const id of removed) kept.delete(id)
    for (const task of [...created, ...updated]) kept.set(task.taskId, task)
    const tasks = boundTo(definition, kept.values())
    const fresh = createExecution(workflow ?? execution.workflow, definition, tasks)
    Object.assign(execution, fresh, { wakeAt: decision.wakeAt })
    return
  }
  for (const id of removed) {
    const task = execution.tasks.get(id)
    if (task !== undefined) dropTask(execution.rows, task)
  }
  for (const task of created) putTask(execution.rows, task)
  for (const task of updated) putTask(execution.rows, task)
  if (workflow !== null) execution.workflow = { ...workflow, revision: execution.workflow.revision }
  if (decision.refused === null) execution.wakeAt = decision.wakeAt
}

/** Rows point at their part of the definition; those that it does not have carry their own. */
export function boundTo(snapshot: DefinitionSnapshot, tasks: Iterable<Task>): Task[] {
  const positions = indexDefinition(snapshot.definition)
  return [...tasks].map((task) => {
    const workflowTask = task.dynamic ? undefined : positions.get(baseRef(task))?.task
    return workflowTask === undefined ? task : { ...task, workflowTask }
  })
}

/** What a claim writes, without the engine, while a copy may be in the cache. */
export type ClaimColumns = Pick<
  Task,
  'taskId' | 'status' | 'workerId' | 'startTime' | 'pollCount' | 'leaseUntil' | 'updateTime' | 'callbackAfterSeconds'
>

export function refreshClaims(execution: Execution, claims: readonly ClaimColumns[]): void {
  for (const claim of claims) {
    const task = execution.tasks.get(claim.taskId)
    if (task !== undefined && !isTerminalTask(task.status)) putTask(execution.rows, { ...task, ...claim })
  }
}

export interface WorkflowStart {
  readonly workflowId: WorkflowId
  readonly definition: WorkflowDef
  readonly input: JsonObject
  readonly correlationId: string | null
  readonly priority: number
  readonly taskToDomain: Readonly<Record<string, string>>
  readonly createdBy: string | null
  readonly event: string | null
  readonly idempotencyKey: string | null
  /** Secrets that the input names, where it came from somebody who may use them. */
  readonly secretNames?: readonly string[] | null | undefined
  readonly parent: { readonly workflowId: WorkflowId; readonly taskId: TaskId } | null
  readonly depth: number
  readonly rootWorkflowId: WorkflowId | null
  readonly now: number
}

/** The header of an execution that has not begun: its first event is `start`. */
export function newWorkflow(start: WorkflowStart): Workflow {
  const { definition } = start
  return {
    workflowId: start.workflowId,
    workflowName: definition.name,
    workflowVersion: definition.version,
    status: 'RUNNING',
    previousStatus: null,
    input: withTemplate(start.input, definition.inputTemplate),
    output: {},
    variables: definition.variables,
    correlationId: start.correlationId,
    priority: start.priority,
    taskToDomain: start.taskToDomain,
    createTime: start.now,
    updateTime: start.now,
    endTime: 0,
    lastRetriedTime: 0,
    reasonForIncompletion: null,
    failedReferenceTaskNames: [],
    failedTaskNames: [],
    failedTaskId: null,
    parentWorkflowId: start.parent?.workflowId ?? null,
    parentWorkflowTaskId: start.parent?.taskId ?? null,
    reRunFromWorkflowId: null,
    createdBy: start.createdBy,
    event: start.event,
    idempotencyKey: start.idempotencyKey,
    secretNames: start.secretNames ?? null,
    depth: start.depth,
    rootWorkflowId: start.rootWorkflowId,
    state: stateAtBirth(definition, start.parent !== null),
    revision: 0,
  }
}

/** Conductor fills in the template's keys only where some input was given. */
function withTemplate(input: JsonObject, template: JsonObject): JsonObject {
  if (Object.keys(input).length === 0) return input
  const absent = Object.entries(template).filter(([key]) => (input[key] ?? null) === null)
  return absent.length === 0 ? input : { ...input, ...Object.fromEntries(absent) }
}
