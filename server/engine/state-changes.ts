import type { Task } from '@/server/model/execution'
import { asTaskId } from '@/server/model/ids'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { isTerminalTask, type TaskStatus } from '@/server/model/status'
import { isSystemTaskType } from '@/server/model/task-types'
import type { WorkflowTask, WorkflowTaskInput } from '@/server/model/workflow-def'
import { startAside } from './asides'
import type { Draft } from './draft'
import { resolveInputs } from './expressions/resolve-inputs'
import { secretNamesIn } from './expressions/secrets'
import { describeTask, scopeOf } from './scope'
import { baseRef } from './task-refs'
import { putTask } from './task-rows'

/**
 * `onStateChange` of a task: what is to be done when a row of it is scheduled, starts or ends. As in Orkes' clients
 * `type` names a task, which gets the payload; it runs as an execution of its own, so that the workflow neither waits
 * for it nor fails with it, and it runs also after the workflow has failed. A `type` that is a sink gets a message.
 */
export type StateChange = 'onScheduled' | 'onStart' | 'onSuccess' | 'onFailed' | 'onCancelled'

const ENDS: Partial<Record<TaskStatus, StateChange>> = {
  COMPLETED: 'onSuccess',
  COMPLETED_WITH_ERRORS: 'onFailed',
  FAILED: 'onFailed',
  FAILED_WITH_TERMINAL_ERROR: 'onFailed',
  TIMED_OUT: 'onFailed',
  CANCELED: 'onCancelled',
}

/** Whether a poll that takes the row is a change that somebody wants to hear of. */
export function hearsOfStart({ onStateChange }: WorkflowTask): boolean {
  return Object.keys(onStateChange).some((names) => namesOf(names).includes('onStart'))
}

/** `touched`: a row that a poll changed, not this decision. */
export function tellStateChanges(draft: Draft, touched: Task | undefined): void {
  const rows = [...draft.rows.tasks.written.values(), touched]
  for (const row of rows) {
    if (row === undefined || Object.keys(row.workflowTask.onStateChange).length === 0) continue
    const task = draft.rows.tasks.get(row.taskId)
    if (task !== undefined) tellOf(draft, task)
  }
}

/** How far the row is, and what it was on the way there. */
const PHASES = ['onScheduled', 'onStart', 'end'] as const

function tellOf(draft: Draft, task: Task): void {
  const isOver = isTerminalTask(task.status)
  const reached = isOver ? 3 : task.status === 'IN_PROGRESS' ? 2 : 1
  const before = typeof task.state?.told === 'number' ? task.state.told : 0
  // Put back to work in its place, it begins anew.
  const told = before === 3 && !isOver ? 0 : before
  if (reached <= told) return
  for (const phase of PHASES.slice(told, reached)) {
    if (phase === 'onScheduled') tellAbout(draft, { ...task, status: 'SCHEDULED' }, phase)
    else if (phase === 'onStart' && (!isOver || began(task)))
      tellAbout(draft, { ...task, status: 'IN_PROGRESS' }, phase)
    else if (phase === 'end') tellAbout(draft, task, ENDS[task.status] ?? null)
  }
  putTask(draft.rows, { ...task, state: { ...task.state, told: reached } })
}

function began({ performer, pollCount, startTime }: Task): boolean {
  return performer === 'worker' ? pollCount > 0 : startTime > 0
}

function tellAbout(draft: Draft, task: Task, change: StateChange | null): void {
  if (change === null) return
  for (const [names, events] of Object.entries(task.workflowTask.onStateChange as Record<string, Json>)) {
    if (!namesOf(names).includes(change) || !Array.isArray(events)) continue
    for (const event of events as readonly Json[]) if (isJsonObject(event)) send(draft, task, { change, event })
  }
}

function namesOf(key: string): string[] {
  return key.split(',').map((name) => name.trim())
}

interface Notice {
  readonly change: StateChange
  readonly event: JsonObject
}

function send(draft: Draft, task: Task, { change, event }: Notice): void {
  const type = typeof event.type === 'string' ? event.type.trim() : ''
  if (type === '') return
  const template = isJsonObject(event.payload) ? event.payload : {}
  const payload = payloadFor(draft, task, template)
  const { workflowName } = draft.workflow
  if (type === 'conductor' || type.startsWith('conductor:')) {
    const name = type.slice('conductor:'.length) || task.referenceTaskName
    const messageId = asTaskId(draft.context.newId())
    draft.effects.push({ type: 'emit', event: `conductor:${workflowName}:${name}`, messageId, payload })
    return
  }
  const name = `${workflowName}_${task.referenceTaskName}_${change}`
  const tasks = [notice(type, Object.keys(payload))]
  startAside(draft, { name, tasks, input: payload, secretNames: secretNamesIn(template) })
}

function notice(type: string, keys: readonly string[]): WorkflowTaskInput {
  const isSink = type.includes(':')
  return {
    name: type,
    taskReferenceName: 'notice',
    type: isSink ? 'EVENT' : isSystemTaskType(type) ? type : 'SIMPLE',
    ...(isSink ? { sink: type } : {}),
    inputParameters: Object.fromEntries(keys.map((key) => [key, `\${workflow.input['${key}']}`])),
  }
}

/** As it looked at that moment: the row may have gone further in the same decision. */
function payloadFor(draft: Draft, task: Task, template: JsonObject): JsonObject {
  const scope = scopeOf(draft, template, task.taskId)
  const own = baseRef(task)
  const lookup: typeof scope.lookup = (root) =>
    root === own ? describeTask(draft.workflow, task, task.outputData) : scope.lookup(root)
  const payload = resolveInputs(template, { ...scope, lookup })
  return isJsonObject(payload) ? payload : {}
}
