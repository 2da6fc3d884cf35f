import { addTask, plainInput } from '@/server/engine/add-task'
import type { Position } from '@/server/engine/definition-index'
import type { Draft } from '@/server/engine/draft'
import { failWorkflow } from '@/server/engine/draft'
import { positionAt, positionOf } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import type { WorkflowTask } from '@/server/model/workflow-def'
import type { Entry, Operator, Step } from './operator'

/**
 * FORK_JOIN: a FORK row, the first task of each branch, and the JOIN behind them, all at once. An empty branch has
 * nothing to run (the reference server fails on it).
 */
export const forkJoin: Operator = {
  performer: 'none',
  enter,
  input: plainInput,
  begin: () => undefined,
}

function enter(step: Step, entry: Entry): void {
  const { draft } = step
  const join = joinAfter(draft, entry)
  if (join === null) {
    failWorkflow(draft, 'Fork task definition is not followed by a join task.  Check the blueprint')
    return
  }
  if (addFork(draft, entry, forkJoin) === null) return
  for (const [first] of entry.task.forkTasks) {
    if (first !== undefined) step.enter({ task: first, place: entry.place })
  }
  step.enter({ task: join, place: entry.place })
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
