import { plainInput } from '@/server/engine/add-task'
import { changeTask, type Draft, endTask, failWorkflow } from '@/server/engine/draft'
import { resolveInputs } from '@/server/engine/expressions/resolve-inputs'
import { withoutFollowing } from '@/server/engine/followers'
import { handedOn } from '@/server/engine/handed-on'
import { withoutQuestion } from '@/server/engine/questions'
import { scopeOf } from '@/server/engine/scope'
import type { Task } from '@/server/model/execution'
import { asWorkflowId, type TaskId } from '@/server/model/ids'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { IDEMPOTENCY_STRATEGIES, type WorkflowDefInput, workflowDefSchema } from '@/server/model/workflow-def'
import { ownTask } from './in-place'
import { inputWithoutId } from './input-without-id'
import type { Entry, Step } from './operator'

/**
 * SUB_WORKFLOW: starts a child in the same transition and ends with it. The row's input names the child and holds
 * `workflowInput`; where that is empty the child gets the row's whole input, as in Conductor. Another attempt gives the
 * child what the first one gave; what the expressions yield now only shows on the row.
 */
export const subWorkflow = ownTask({ limited: true, input, inputAgain: plainInput, begin })

function input(draft: Draft, entry: Entry, taskId: TaskId): JsonObject {
  const { replaces } = entry
  // Run again with what the row had, which names the child already.
  if (replaces?.input && replaces.input === replaces.row.inputData) return replaces.input
  const resolved = inputWithoutId(draft, entry, taskId)
  const param = entry.task.subWorkflowParam
  // What DYNAMIC names a sub-workflow says which one in its own input, and that is the child's input as well.
  if (!param && isNamed(resolved)) return withName(resolved)
  const { workflowDefinition = null, ...others } = param ?? {}
  const plain = withoutNulls(others)
  const named = resolveInputs(plain, scopeOf(draft, plain, taskId))
  const fields = isJsonObject(named) ? named : {}
  const definition = readDefinition(draft, workflowDefinition, taskId)
  return {
    subWorkflowName:
      textOf(definition?.name) ?? textOf(fields.name) ?? textOf(resolved.subWorkflowName) ?? entry.task.name,
    subWorkflowVersion: definition === null ? versionOf(fields.version ?? resolved.subWorkflowVersion) : null,
    subWorkflowDefinition: definition,
    subWorkflowTaskToDomain: fields.taskToDomain ?? null,
    workflowInput: resolved,
    priority: fields.priority ?? null,
    idempotencyKey: fields.idempotencyKey ?? (fields.idempotencyStrategy ? draft.workflow.idempotencyKey : null),
    idempotencyStrategy: fields.idempotencyStrategy ?? null,
  }
}

function isNamed({ subWorkflowName, subWorkflowDefinition = null }: JsonObject): boolean {
  return textOf(subWorkflowName) !== null || isJsonObject(subWorkflowDefinition)
}

function withName(resolved: JsonObject): JsonObject {
  const { subWorkflowName, subWorkflowDefinition: definition = null } = resolved
  if (textOf(subWorkflowName) !== null || !isJsonObject(definition)) return resolved
  return { ...resolved, subWorkflowName: textOf(definition.name) }
}

/** An inline definition keeps its own expressions; a text is one that yields the definition. */
function readDefinition(draft: Draft, given: Json, taskId: TaskId): JsonObject | null {
  if (given === null) return null
  const found = typeof given === 'string' ? resolveInputs(given, scopeOf(draft, given, taskId)) : given
  if (found === null) return null
  const parsed = workflowDefSchema.safeParse(found)
  return parsed.success ? withoutNulls(parsed.data) : { invalid: found }
}

function begin(step: Step, task: Task): void {
  const { draft } = step
  const { subWorkflowDefinition, subWorkflowName: name } = task.inputData
  const { subWorkflowDepth } = draft.context.limits
  if (draft.workflow.depth >= subWorkflowDepth) {
    failWorkflow(draft, `Sub-workflows are nested deeper than the limit of ${subWorkflowDepth} (subWorkflowDepth).`)
    return
  }
  const definition = definitionIn(subWorkflowDefinition)
  if (definition === undefined) {
    endTask(draft, task, {
      status: 'FAILED',
      reasonForIncompletion: `The workflowDefinition of ${task.referenceTaskName} is not a workflow definition.`,
    })
    return
  }
  const workflowId = asWorkflowId(draft.context.newId())
  draft.effects.push({
    type: 'start-workflow',
    purpose: 'child',
    workflowId,
    name: String(name),
    version: versionOf(task.inputData.subWorkflowVersion),
    definition,
    input: childInput(task.inputData, definition !== null),
    secretNames: task.secretNames ?? null,
    idempotencyKey: textOf(task.inputData.idempotencyKey),
    idempotencyStrategy: IDEMPOTENCY_STRATEGIES.find((each) => each === task.inputData.idempotencyStrategy) ?? null,
    ...handedOn(draft.workflow),
    priority: priorityOf(task.inputData.priority) ?? 0,
    taskToDomain: domainsOf(task.inputData.subWorkflowTaskToDomain) ?? draft.workflow.taskToDomain,
    parent: { workflowId: draft.workflow.workflowId, taskId: task.taskId },
  })
  changeTask(draft, task, {
    status: 'IN_PROGRESS',
    leaseUntil: 0,
    state: withoutFollowing(withoutQuestion(task)),
    subWorkflowId: workflowId,
    reasonForIncompletion: null,
    outputData: { subWorkflowId: workflowId },
  })
}

/** Undefined: it is none. Whoever gives a row another input may have written anything. */
function definitionIn(given: Json | undefined): WorkflowDefInput | null | undefined {
  if (!isJsonObject(given)) return null
  if (given.invalid !== undefined) return undefined
  return workflowDefSchema.safeParse(given).data
}

function childInput(row: JsonObject, dynamic: boolean): JsonObject {
  const given = row.workflowInput
  const own = isJsonObject(given) && Object.keys(given).length > 0 ? given : row
  return dynamic ? { ...own, _systemMetadata: { dynamic: true } } : own
}

/** 0 and nothing mean the latest. */
function versionOf(given: Json | undefined): number | null {
  const version = Number(given ?? 0)
  return Number.isInteger(version) && version > 0 ? version : null
}

function priorityOf(given: Json | undefined): number | null {
  const priority = given === null || given === undefined || given === '' ? Number.NaN : Number(given)
  return Number.isInteger(priority) && priority >= 0 && priority <= 99 ? priority : null
}

function domainsOf(given: Json | undefined): Record<string, string> | null {
  if (!isJsonObject(given)) return null
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function withoutNulls(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value, (_, inner) => (inner === null ? undefined : inner)))
}
