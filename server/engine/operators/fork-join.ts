import { addTask } from '@/server/engine/add-task'
import type { Position } from '@/server/engine/definition-index'
import type { Draft } from '@/server/engine/draft'
import { failWorkflow } from '@/server/engine/draft'
import { positionAt, positionOf } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { inputWithoutId } from './input-without-id'
import type { Entry, Operator, Step } from './operator'

/**
 * FORK_JOIN: a FORK row, the first task of each branch, and the JOIN behind them, all at once. An empty branch has
 * nothing to run (the reference server fails on it).
 */
export const forkJoin: Operator = {
  performer: 'none',
  enter,
  input: inputWithoutId,
  begin: () => undefined,
}

export const NO_JOIN = {
  FORK_JOIN: 'Fork task definition is not followed by a join task.  Check the blueprint',
  FORK_JOIN_DYNAMIC: 'Dynamic join definition is not followed by a join task.  Check the workflow definition.',
} as const

function enter(step: Step, entry: Entry): void {
  const { draft } = step
  const join = joinAfter(draft, entry)
  if (join === null) {
    failWorkflow(draft, NO_JOIN.FORK_JOIN)
    return
  }
  if (addFork(draft, entry, forkJoin) === null) return
  together(draft, () => {
    for (const [first] of entry.task.forkTasks) {
      if (first !== undefined) step.enter({ task: first, place: entry.place })
    }
  })
  // Its row shows what it waits for and nothing else; behind a dynamic fork it shows its own input as well.
  step.enter({ task: { ...join, inputParameters: {} }, place: entry.place })
}

/** What begins together does not see each other. */
export function together(draft: Draft, begin: () => void): void {
  const { unseen } = draft
  draft.unseen ??= new Map()
  begin()
  draft.unseen = unseen
}

export function addFork(draft: Draft, entry: Entry, operator: Operator): Task | null {
  const { now } = draft.context
  return addTask(draft, {
    ...entry,
    operator,
    fields: {
      taskType: 'FORK',
      taskDefName: 'FORK',
      status: 'COMPLETED',
      executed: true,
      startTime: now,
      endTime: now,
    },
  })
}

/** The JOIN of a fork that has no row yet: without one it may not begin. */
export function joinAfter({ rows }: Draft, { task, place }: Entry): WorkflowTask | null {
  return asJoin(positionAt(rows, task.taskReferenceName, place))
}

export function joinBehind({ rows }: Draft, fork: Task): WorkflowTask | null {
  return asJoin(positionOf(rows, fork))
}

function asJoin(position: Position | undefined): WorkflowTask | null {
  const next = position?.next ?? null
  return next?.type === 'JOIN' ? next : null
}
