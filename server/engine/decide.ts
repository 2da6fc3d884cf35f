import type { Task } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import { isTerminalTask, isTerminalWorkflow } from '@/server/model/status'
import { applyRecalled } from './apply-recalled'
import { applyTaskResult } from './apply-task-result'
import { applyChildBegun, applyChildEnded, applyChildFound, applyChildRefused, applyCircleFound } from './child-events'
import type { DecideContext } from './context'
import type { Decision, Refusal } from './decision'
import { changesOf, changeTask, changeWorkflow, createDraft, type Draft, endWorkflow, failWorkflow } from './draft'
import { completeWorkflow, noteFailureWorkflow } from './end-workflow'
import type { EngineEvent } from './event'
import type { Execution } from './execution'
import { follow } from './followers'
import { isUnchecked, withoutCheck } from './input-check'
import { passGate, releaseHeld } from './lifecycle/hold'
import { jump } from './lifecycle/jump'
import { pause } from './lifecycle/pause'
import { applyChildReopened } from './lifecycle/reopen'
import { rerun } from './lifecycle/rerun'
import { resetCallbacks } from './lifecycle/reset-callbacks'
import { restart } from './lifecycle/restart'
import { resume } from './lifecycle/resume'
import { retry } from './lifecycle/retry'
import { setVariables } from './lifecycle/set-variables'
import { skip } from './lifecycle/skip'
import { terminate } from './lifecycle/terminate'
import { upgrade } from './lifecycle/upgrade'
import { nextWake } from './next-wake'
import type { Operator, Step } from './operators/operator'
import { operatorOf } from './operators/registry'
import { awaitsVerdict, hearVerdict } from './output-check'
import { inOneRound } from './rounds'
import { isHeldBack, settle } from './settle'
import { tellStateChanges } from './state-changes'
import { tellStatus } from './status-listener'
import { createStep } from './step'
import { allTasks, openTasks } from './task-rows'
import { isTermination, terminationBy } from './termination'
import { checkTaskTimeouts, checkWorkflowTimeout } from './timeouts'
import { isWide } from './wide-events'

/**
 * What one event does to one execution. Never changes its arguments and never throws for a domain reason: a failed
 * task or a failed workflow is part of the decision, a request that this state does not allow is `refused`.
 */
export function decide(execution: Execution, event: EngineEvent, context: DecideContext): Decision {
  const asked = createDraft(execution, context)
  const refused = apply(createStep(asked), event)
  if (refused !== null) return { ...NOTHING, wakeAt: execution.wakeAt ?? nextWake(asked, true), refused }
  const draft = passGate(asked, event)
  const step = createStep(draft)
  const released = releaseHeld(step)
  if (!isTerminalWorkflow(draft.workflow.status)) {
    if (released || isAtItsEnd(draft) || REOPENING.has(event.type)) endAgain(draft)
    if (draft.ending === null) checkWorkflowTimeout(draft)
    begin(step)
    settle(step)
  }
  tellStateChanges(draft, event.type === 'taken' ? draft.rows.tasks.get(event.taskId) : undefined)
  tellStatus(draft, event)
  return {
    changes: changesOf(draft),
    effects: draft.effects,
    wakeAt: nextWake(draft, released || isWide(event)),
    refused: null,
  }
}

const NOTHING: Pick<Decision, 'changes' | 'effects'> = {
  changes: { workflow: null, created: [], updated: [], removed: [], definition: null },
  effects: [],
}

const REOPENING: ReadonlySet<EngineEvent['type']> = new Set(['retry', 'rerun', 'child-reopened'])

/** Its output is being checked: the verdict is here, or must be asked for again when it is due. */
function isAtItsEnd({ verdict, workflow }: Draft): boolean {
  return verdict !== null || awaitsVerdict(workflow)
}

/** A TERMINATE that stays in an execution ends it however often it is reopened. */
function endAgain(draft: Draft): void {
  const first = allTasks(draft.rows).find(isTermination)
  if (first !== undefined) endWorkflow(draft, terminationBy(first))
}

/** The first task, or the end of a workflow that has none. Rows of skipped tasks have no place: nothing began yet. */
function begin(step: Step): void {
  const { draft } = step
  if (
    draft.rows.counts.lastSeq > 0 ||
    isHeldBack(draft.workflow) ||
    draft.ending !== null ||
    draft.workflow.status !== 'RUNNING'
  )
    return
  const [first] = draft.snapshot.definition.tasks
  if (first === undefined) completeWorkflow(draft, null)
  else inOneRound(draft, [], () => step.enter({ task: first, place: { suffix: '', dynamic: false, loop: null } }))
}

function apply(step: Step, event: EngineEvent): Refusal | null {
  const { draft } = step
  switch (event.type) {
    case 'pause':
      return pause(draft)
    case 'resume':
      return resume(draft) ?? lookAround(draft)
    case 'terminate':
      return terminate(draft, event)
    case 'restart':
      return restart(draft, event)
    case 'retry':
      return retry(draft, event)
    case 'rerun':
      return rerun(step, event)
    case 'skip':
      return skip(draft, event)
    case 'upgrade':
      return upgrade(draft, event)
    case 'jump':
      return jump(step, event)
    case 'reset-callbacks':
      return resetCallbacks(draft)
    case 'set-variables':
      return setVariables(draft, event)
    case 'start':
      if (event.checked === true && isUnchecked(draft.workflow))
        changeWorkflow(draft, { state: withoutCheck(draft.workflow) })
      return isTerminalWorkflow(draft.workflow.status) ? null : lookAround(draft)
    case 'wake':
      return isTerminalWorkflow(draft.workflow.status) ? null : lookAround(draft)
    case 'taken':
      return null
    case 'output-checked':
      return hearVerdict(draft, event)
    case 'follow':
      return follow(draft, event)
    case 'input-refused':
    case 'exhausted':
      if (!isTerminalWorkflow(draft.workflow.status)) failWorkflow(draft, event.reason)
      return null
    case 'failure-workflow-refused':
      noteRefusedFailureWorkflow(draft, event.message)
      return null
    default:
      return applyToTask(step, event)
  }
}

type TaskEvent = Exclude<Extract<EngineEvent, { readonly taskId: TaskId }>, { type: 'taken' }>

function applyToTask(step: Step, event: TaskEvent): Refusal | null {
  const { draft } = step
  const task = draft.rows.tasks.get(event.taskId)
  if (task === undefined) {
    return event.type === 'task-result'
      ? { code: 'NOT_FOUND', message: `No such task found by id: ${event.taskId}` }
      : null
  }
  if (event.type === 'child-reopened') applyChildReopened(draft, task, event)
  else if (event.type === 'child-ended') applyChildEnded(draft, task, event)
  else if (!isTerminalWorkflow(draft.workflow.status) && !isTerminalTask(task.status)) tell(step, task, event)
  return null
}

function tell(step: Step, task: Task, event: Exclude<TaskEvent, { type: 'child-reopened' | 'child-ended' }>): void {
  const { draft } = step
  const operator = operatorOf(task)
  if (event.type === 'task-result') applyTaskResult(draft, task, event)
  else if (event.type === 'recalled') applyRecalled(draft, task, event.output)
  else if (event.type === 'child-found') applyChildFound(draft, task, event)
  else if (event.type === 'child-refused') applyChildRefused(draft, task, event.message)
  else if (event.type === 'circle-found') applyCircleFound(draft, task, event.childId)
  else if (event.type === 'child-begun') applyChildBegun(draft, task, event.version)
  // A row that we do not hold has had its answer.
  else if (task.performer !== 'worker' && task.leaseUntil > 0) tellOurs(step, { task, operator }, event)
}

type OurEvent = Extract<TaskEvent, { type: 'redrive' | 'script-result' | 'perform-result' }>

function tellOurs(step: Step, row: { task: Task; operator: Operator }, event: OurEvent): void {
  const { task, operator } = row
  if (event.type === 'redrive') operator.begin(step, task)
  else if (event.type === 'script-result') operator.onScript?.(step, task, event.outcome)
  else operator.onPerformed?.(step, task, event.outcome)
}

/** Time has passed: see what is overdue, due to begin, or able to go on. */
function lookAround(draft: Draft): null {
  if (draft.workflow.status === 'PAUSED') return disarm(draft)
  checkWorkflowTimeout(draft)
  checkTaskTimeouts(draft)
  for (const task of openTasks(draft.rows)) {
    if (draft.ending !== null) return null
    const waitsToBegin = task.status === 'SCHEDULED' && task.performer !== 'worker'
    if (waitsToBegin && task.deliverAt <= draft.context.now) draft.fresh.push(task.taskId)
    else if (task.taskType === 'DO_WHILE') draft.rows.dirty.loops.add(task.referenceTaskName)
    else if (operatorOf(task).review !== undefined) draft.rows.dirty.waiting.add(task.taskId)
  }
  return null
}

/**
 * A paused workflow's tasks do not time out: their expired leases must not wake it again and again. A WAIT goes on
 * waiting, and ends.
 */
function disarm(draft: Draft): null {
  for (const task of openTasks(draft.rows)) {
    if (task.taskType === 'WAIT') draft.rows.dirty.waiting.add(task.taskId)
    const expired = task.leaseUntil > 0 && task.leaseUntil <= draft.context.now
    if (expired && task.performer === 'worker') changeTask(draft, task, { leaseUntil: 0 })
  }
  return null
}

/** The output was written with the id of a workflow that could not start. */
function noteRefusedFailureWorkflow(draft: Draft, message: string): void {
  const name = draft.snapshot.definition.failureWorkflow
  noteFailureWorkflow(draft, `Error workflow ${name} failed to start.  reason: ${message}`)
}
