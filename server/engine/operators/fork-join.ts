import { addTask, plainInput } from '@/server/engine/add-task'
import type { Draft } from '@/server/engine/draft'
import { failWorkflow } from '@/server/engine/draft'
import { positionOf } from '@/server/engine/task-rows'
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
  const fork = addFork(draft, entry, forkJoin)
  if (fork === null) return
  const join = joinBehind(draft, fork)
  if (join === null) {
    failWorkflow(draft, 'Fork task definition is not followed by a join task.  Check the blueprint')
    return
  }
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

export function joinBehind(draft: Draft, fork: Task): WorkflowTask | null {
  const next = positionOf(draft.rows, fork)?.next ?? null
  return next?.type === 'JOIN' ? next : null
}
