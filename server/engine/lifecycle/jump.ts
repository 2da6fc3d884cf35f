import type { Refusal } from '@/server/engine/decision'
import { changeTask, type Draft, endTask } from '@/server/engine/draft'
import type { JumpCommand } from '@/server/engine/event'
import { ownChild } from '@/server/engine/followers'
import { waitsAtGate } from '@/server/engine/gate'
import type { Step } from '@/server/engine/operators/operator'
import { takeBackQuestion } from '@/server/engine/output-check'
import { addSkipped } from '@/server/engine/skipped'
import { allTasks, dropTask, latestTask, openTasks } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import { isTerminalTask } from '@/server/model/status'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { rerunFrom } from './rerun'
import { pathsOf, type Relation, relationOf } from './task-paths'

const PLACE = { suffix: '', dynamic: false, loop: null } as const

/**
 * A running execution goes on at another task. Forwards: what is open and what lies between is SKIPPED. Backwards: the
 * task runs again, and what came of it is forgotten, as by a rerun; what was skipped behind it is reached as well.
 */
export function jump(step: Step, command: JumpCommand): Refusal | null {
  const { draft } = step
  const { workflow, rows, snapshot } = draft
  if (workflow.status !== 'RUNNING') {
    const message = `Workflow ${workflow.workflowId} is ${workflow.status}; a jump is possible only while it is RUNNING.`
    return { code: 'CONFLICT', message }
  }
  if (waitsAtGate(workflow)) {
    const message = `Workflow ${workflow.workflowId} waits for a place under its rateLimitConfig; a jump is possible once it has one.`
    return { code: 'CONFLICT', message }
  }
  if (rows.positions.get(command.ref) === undefined) {
    const message = `The task referenced by ${command.ref} does not exist in the WorkflowDefinition ${workflow.workflowName}`
    return { code: 'NOT_FOUND', message }
  }
  const way = wayTo(snapshot.definition.tasks, command.ref)
  if (way === null) {
    const message = `The task ${command.ref} is inside a fork or a loop; jump to the fork or the loop itself.`
    return { code: 'BAD_REQUEST', message }
  }
  takeBackQuestion(draft)
  const row = latestTask(rows, command.ref)
  if (row?.status === 'SKIPPED') forget(draft, row, { relations: ['same', 'inside', 'after'] })
  if (row === undefined || row.status === 'SKIPPED') jumpForward(step, way, command)
  else jumpBack(step, row, command)
  return null
}

interface Way {
  /** The tasks before the target, in the order in which control would pass them. */
  readonly before: readonly WorkflowTask[]
  readonly target: WorkflowTask
}

/** Null: only a fork or a loop leads there. */
function wayTo(tasks: readonly WorkflowTask[], ref: string): Way | null {
  for (const [at, task] of tasks.entries()) {
    const before = tasks.slice(0, at)
    if (task.taskReferenceName === ref) return { before, target: task }
    for (const list of [...Object.values(task.decisionCases), task.defaultCase]) {
      const inside = wayTo(list, ref)
      if (inside !== null) return { before: [...before, task, ...inside.before], target: inside.target }
    }
  }
  return null
}

function jumpForward(step: Step, { before, target }: Way, { ref, taskInput }: JumpCommand): void {
  const { draft } = step
  for (const task of openTasks(draft.rows)) leave(draft, task, ref)
  for (const task of before) {
    if (latestTask(draft.rows, task.taskReferenceName) !== undefined) continue
    addSkipped(draft, { task, place: PLACE }, { taskInput: {}, taskOutput: {} })
  }
  step.enter({ task: target, place: PLACE })
  const row = latestTask(draft.rows, ref)
  if (row === undefined || isTerminalTask(row.status) || Object.keys(taskInput).length === 0) return
  changeTask(draft, row, { inputData: { ...row.inputData, ...taskInput } })
}

function jumpBack(step: Step, row: Task, { ref, taskInput }: JumpCommand): void {
  const { draft } = step
  for (const task of openTasks(draft.rows)) endChild(draft, task, ref)
  forget(draft, row, { relations: ['after'], status: 'SKIPPED' })
  const given = Object.keys(taskInput).length === 0 ? null : { ...row.inputData, ...taskInput }
  rerunFrom(step, row, given)
}

/** Rows that stand so to a row, of any status or of this one. */
interface Forgotten {
  readonly relations: readonly Relation[]
  readonly status?: Task['status']
}

/** As if control had not come to them yet. */
function forget(draft: Draft, row: Task, { relations, status }: Forgotten): void {
  const pathOf = pathsOf(draft.rows)
  const path = pathOf(row)
  for (const other of allTasks(draft.rows)) {
    if (status !== undefined && other.status !== status) continue
    if (!relations.includes(relationOf(pathOf(other), path).is)) continue
    if (!isTerminalTask(other.status)) endChild(draft, other, row.referenceTaskName)
    dropTask(draft.rows, other)
  }
}

function leave(draft: Draft, task: Task, ref: string): void {
  endTask(draft, task, { status: 'SKIPPED', executed: true, reasonForIncompletion: reasonOf(ref) })
  endChild(draft, task, ref)
}

/** Nobody waits for it any more. */
function endChild(draft: Draft, task: Task, ref: string): void {
  const workflowId = ownChild(task)
  if (workflowId === null) return
  const event = { type: 'terminate', reason: reasonOf(ref), triggerFailureWorkflow: false } as const
  draft.effects.push({ type: 'tell', workflowId, event })
}

const reasonOf = (ref: string): string => `Skipped by a jump to ${ref}`
