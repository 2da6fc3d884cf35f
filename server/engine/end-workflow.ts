import { resolveInputs } from '@/server/engine/expressions/resolve-inputs'
import type { Task, Workflow } from '@/server/model/execution'
import { asWorkflowId, type WorkflowId } from '@/server/model/ids'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { workflowOutputProblem } from './check-payload'
import { changeWorkflow, type Draft, type Ending, endTask, setStatus } from './draft'
import { ownChild } from './followers'
import { handedOn } from './handed-on'
import { outputVerdict } from './output-check'
import { scopeOf } from './scope'
import { allTasks, latestTask, openTasks } from './task-rows'
import { tellEnd } from './tell-end'
import { isTermination } from './termination'

/**
 * How an execution ends, in Conductor's order: status, output, names of what failed, reason; open rows are canceled
 * and running children told; then the parent hears of it and the failure workflow starts.
 */
export function closeWorkflow(draft: Draft, ending: Ending): void {
  const { held, followers = [] } = draft.workflow.state ?? {}
  setStatus(draft, ending.status)
  const output = ending.output ?? outputOfTermination(draft) ?? workflowOutput(draft)
  changeWorkflow(draft, {
    output: workflowOutputProblem(output, draft.context.limits) === null ? output : {},
    ...failedNames(draft),
    reasonForIncompletion: ending.reason,
    failedTaskId: ending.taskId,
    endTime: draft.context.now,
    state: null,
  })
  cancelOpenTasks(draft, ending.reason)
  // Held, it never came to answer the parent that asked it to try again.
  tellParent(draft, typeof held?.command.ask === 'number' ? held.command.ask : undefined)
  for (const follower of followers) tellEnd(draft, follower)
}

/** Also of an execution that a failure ended: what a TERMINATE in it put out goes before everything else. */
function outputOfTermination({ rows }: Draft): JsonObject | null {
  return allTasks(rows).find(isTermination)?.outputData ?? null
}

/** Nothing is left to do. A permissive task that failed on the way fails the workflow only now. */
export function completeWorkflow(draft: Draft, byTerminate: Ending | null): void {
  const blamed = permissiveFailures(draft)
  if (blamed.length > 0) {
    const reason = blamed.map(permissiveReason).join('. ')
    closeWorkflow(draft, {
      status: 'FAILED',
      reason,
      taskId: blamed[0]?.taskId ?? null,
      output: byTerminate?.output ?? null,
    })
    startFailureWorkflow(draft)
    return
  }
  const empty = draft.rows.counts.rows === 0
  const reason = empty ? 'No tasks found to be executed' : null
  // Here, unlike in a failure, the output still sees the status RUNNING.
  const output = workflowOutput(draft)
  const problem = byTerminate === null ? workflowOutputProblem(output, draft.context.limits) : null
  if (problem !== null) {
    closeWorkflow(draft, { status: 'FAILED', reason: problem, taskId: null, output: {} })
    startFailureWorkflow(draft)
    return
  }
  const ending: Ending = byTerminate ?? { status: 'COMPLETED', reason, taskId: null, output }
  const final = ending.output ?? output
  const verdict = outputVerdict(draft, final)
  if (verdict === null) closeWorkflow(draft, ending)
  else if (verdict !== undefined) {
    closeWorkflow(draft, { status: 'FAILED', reason: verdict, taskId: null, output: final })
    startFailureWorkflow(draft)
  }
}

function permissiveReason(task: Task): string {
  return `Task ${task.taskId} failed with status: ${task.status} and reason: '${task.reasonForIncompletion}'`
}

function permissiveFailures(draft: Draft): Task[] {
  const permits = [...draft.rows.positions.values()].some(({ task }) => task.permissive && !task.optional)
  if (!permits) return []
  return allTasks(draft.rows).filter((task) => {
    const { permissive, optional } = task.workflowTask
    const failed = task.status === 'FAILED' || task.status === 'FAILED_WITH_TERMINAL_ERROR'
    const ended = failed || task.status === 'TIMED_OUT' || task.status === 'CANCELED'
    return permissive && !optional && ended && latestTask(draft.rows, task.referenceTaskName) === task
  })
}

/** As in Conductor, a workflow in which nothing ran puts nothing out. */
export function workflowOutput(draft: Draft): JsonObject {
  const { outputParameters } = draft.snapshot.definition
  if (draft.rows.counts.rows === 0) return draft.workflow.output
  if (Object.keys(outputParameters).length > 0) {
    const resolved = resolveInputs(outputParameters, scopeOf(draft, outputParameters))
    return isJsonObject(resolved) ? resolved : {}
  }
  return lastTask(draft)?.outputData ?? draft.workflow.output
}

function lastTask(draft: Draft): Task | undefined {
  let last: Task | undefined
  for (const id of draft.rows.tasks.keys()) {
    const task = draft.rows.tasks.get(id)
    if (task !== undefined && (last === undefined || task.seq > last.seq)) last = task
  }
  return last
}

function failedNames(draft: Draft): Pick<Workflow, 'failedReferenceTaskNames' | 'failedTaskNames'> {
  const refs = new Set(draft.workflow.failedReferenceTaskNames)
  const names = new Set(draft.workflow.failedTaskNames)
  for (const id of draft.rows.tasks.keys()) {
    const task = draft.rows.tasks.get(id)
    if (task?.status !== 'FAILED' && task?.status !== 'FAILED_WITH_TERMINAL_ERROR') continue
    refs.add(task.referenceTaskName)
    names.add(task.taskDefName)
  }
  return { failedReferenceTaskNames: [...refs], failedTaskNames: [...names] }
}

function cancelOpenTasks(draft: Draft, reason: string | null): void {
  for (const task of openTasks(draft.rows)) {
    const child = ownChild(task)
    if (child !== null && takeBackStart(draft, child)) {
      endTask(draft, task, { status: 'CANCELED', subWorkflowId: null, startTime: 0, outputData: {} })
      continue
    }
    endTask(draft, task, { status: 'CANCELED' })
    if (child === null) continue
    draft.effects.push({
      type: 'tell',
      workflowId: child,
      event: {
        type: 'terminate',
        reason: `Parent workflow has been terminated with reason: ${reason}`,
        triggerFailureWorkflow: false,
      },
    })
  }
}

/** A child that this decision was to start is not started at all. */
function takeBackStart({ effects }: Draft, child: WorkflowId): boolean {
  const at = effects.findIndex((effect) => effect.type === 'start-workflow' && effect.workflowId === child)
  if (at >= 0) effects.splice(at, 1)
  return at >= 0
}

/** To the task that started it. */
export function tellParent(draft: Draft, answers?: number): void {
  const { parentWorkflowId: workflowId, parentWorkflowTaskId: taskId } = draft.workflow
  if (workflowId !== null && taskId !== null) tellEnd(draft, { workflowId, taskId }, answers)
}

/** `failureWorkflow` of the definition: a name, or `$workflow.input.key` for a name given with the input. */
export function startFailureWorkflow(draft: Draft): void {
  const { definition } = draft.snapshot
  const name = failureWorkflowName(draft)
  if (name === null) return
  const { workflow } = draft
  const { subWorkflowDepth } = draft.context.limits
  if (workflow.depth >= subWorkflowDepth) {
    noteFailureWorkflow(
      draft,
      `The failure workflow ${name} was not started: one leads to the next more often than the limit of ${subWorkflowDepth} (subWorkflowDepth).`,
    )
    return
  }
  const workflowId = asWorkflowId(draft.context.newId())
  draft.effects.push({
    type: 'start-workflow',
    purpose: 'failure',
    workflowId,
    name,
    version: definition.failureWorkflowVersion ?? null,
    definition: null,
    input: {
      ...workflow.input,
      workflowId: workflow.workflowId,
      reason: workflow.reasonForIncompletion,
      failureStatus: workflow.status,
      ...(workflow.failedTaskId === null ? {} : { failureTaskId: workflow.failedTaskId }),
      failedWorkflow: describeFailed(draft),
    },
    ...handedOn(workflow),
    parent: null,
  })
  noteFailureWorkflow(draft, workflowId)
}

/** The key of the output under which a failure workflow is found. */
const FAILURE_WORKFLOW = 'conductor.failure_workflow'

export function noteFailureWorkflow(draft: Draft, note: string): void {
  changeWorkflow(draft, { output: { ...draft.workflow.output, [FAILURE_WORKFLOW]: note } })
}

function failureWorkflowName(draft: Draft): string | null {
  const given = draft.snapshot.definition.failureWorkflow ?? ''
  if (!given.startsWith('$')) return given === '' ? null : given
  const path = given.startsWith('${') ? given : `\${${given.slice(1)}}`
  const name = resolveInputs(path, scopeOf(draft, path))
  return typeof name === 'string' && name !== '' ? name : null
}

function describeFailed(draft: Draft): JsonObject {
  const { workflow } = draft
  const tasks = allTasks(draft.rows).map((task): JsonObject => asJson({ ...task, workflowTask: null, state: null }))
  return {
    ...asJson({ ...workflow, state: null }),
    workflowType: workflow.workflowName,
    version: workflow.workflowVersion,
    tasks,
  }
}

/** Rows and headers are plain data already. */
function asJson(value: object): JsonObject {
  return value as { readonly [key: string]: Json }
}
