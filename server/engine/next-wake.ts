import type { Task } from '@/server/model/execution'
import { isTerminalTask, isTerminalWorkflow } from '@/server/model/status'
import type { Draft } from './draft'
import { checkDue } from './input-check'
import { verdictDue } from './output-check'
import { openTasks } from './task-rows'
import { mayHaveBegun, taskDeadline, workflowDeadline } from './timeouts'

/** With more open rows than this, deadlines are only looked up again when one of them has passed. */
const FEW = 64

/**
 * When something is due next. Among many open rows it may be earlier than necessary (the row that the previous
 * moment belonged to has ended since): then `wake` finds nothing to do and looks properly.
 */
export function nextWake(draft: Draft, exactly: boolean): number | null {
  if (isTerminalWorkflow(draft.workflow.status)) return null
  const deadline = workflowDeadline(draft)
  if (draft.workflow.status === 'PAUSED') return earliest([deadline, ...endsOfWaits(draft)])
  const { wakeAt: previous } = draft.execution
  const exact = exactly || previous === undefined || draft.rows.counts.open <= FEW
  const tasks = exact ? openTasks(draft.rows) : touchedTasks(draft)
  const moments = tasks.map((task) => taskDeadline(draft, task))
  // Only a wide event has fresh claims: of others a deadline that a claim began may be known to nobody but the last one.
  const mayMiss = !exact || (!exactly && tasks.some((task) => mayHaveBegun(draft, task)))
  if (mayMiss && previous !== undefined) moments.push(previous)
  return earliest([deadline, verdictDue(draft.workflow), checkDue(draft.workflow, draft.context.now), ...moments])
}

/** They are not held up by a pause. */
function endsOfWaits(draft: Draft): number[] {
  return openTasks(draft.rows).flatMap(({ taskType, waitTimeout }) =>
    taskType === 'WAIT' && waitTimeout > 0 ? [waitTimeout] : [],
  )
}

function touchedTasks(draft: Draft): Task[] {
  return [...draft.rows.tasks.written.values()].filter(
    (task) => task !== undefined && !isTerminalTask(task.status),
  ) as Task[]
}

function earliest(moments: readonly (number | null)[]): number | null {
  let first: number | null = null
  for (const moment of moments) if (moment !== null && (first === null || moment < first)) first = moment
  return first
}
