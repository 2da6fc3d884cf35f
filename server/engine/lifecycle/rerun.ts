import { entryOf } from '@/server/engine/add-task'
import type { Refusal } from '@/server/engine/decision'
import { describeWorkflow } from '@/server/engine/describe-workflow'
import { changeTask, changeWorkflow, clearRows, type Draft, setStatus } from '@/server/engine/draft'
import type { RerunCommand } from '@/server/engine/event'
import { secretNamesIn } from '@/server/engine/expressions/secrets'
import { returnToTurn } from '@/server/engine/operators/do-while'
import type { Step } from '@/server/engine/operators/operator'
import { dropTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import { isTerminalWorkflow } from '@/server/model/status'
import { isResetInPlace, requeueInPlace, resetInPlace, tellReopened, unsuccessfulTasks } from './reopen'
import { rerunScope } from './rerun-scope'

/** An ended workflow runs again under its id: from the beginning, or from one of its tasks. */
export function rerun(step: Step, command: RerunCommand): Refusal | null {
  const { draft } = step
  if (!isTerminalWorkflow(draft.workflow.status)) {
    const named = describeWorkflow(draft.workflow)
    return { code: 'CONFLICT', message: `Workflow: ${named} is not in terminal state, unable to rerun.` }
  }
  const target = command.taskId === null ? null : draft.rows.tasks.get(command.taskId)
  if (target === undefined) return { code: 'BAD_REQUEST', message: `Task ${command.taskId} not found` }
  // It has no place in the order: nothing says that control ever came to it.
  if (target?.status === 'SKIPPED') {
    return { code: 'BAD_REQUEST', message: `Task ${command.taskId} was skipped: there is nothing to run again` }
  }
  reopen(draft, command)
  if (target === null) clearRows(draft)
  else rerunFrom(step, target, command.taskInput)
  tellReopened(draft, 'rerun')
  return null
}

/** The clock of the workflow's timeout starts again, or an old execution would time out at once. */
function reopen(draft: Draft, command: RerunCommand): void {
  setStatus(draft, 'RUNNING')
  changeWorkflow(draft, {
    reasonForIncompletion: null,
    failedTaskId: null,
    failedReferenceTaskNames: [],
    failedTaskNames: [],
    endTime: 0,
    lastRetriedTime: draft.context.now,
    ...(command.workflowInput === null
      ? {}
      : { input: command.workflowInput, secretNames: secretNamesIn(command.workflowInput) }),
    ...(command.correlationId === null ? {} : { correlationId: command.correlationId }),
  })
}

/** The task runs anew in its place; what came of it goes. */
export function rerunFrom(step: Step, target: Task, taskInput: RerunCommand['taskInput']): void {
  const { draft } = step
  const { removed, joins, loops } = rerunScope(draft, target)
  for (const row of removed) dropTask(draft.rows, row)
  for (const { loop, turn } of loops) returnToTurn(draft, loop, turn)
  for (const join of joins) waitAgain(draft, join)
  if (target.taskType === 'JOIN' || target.taskType === 'EXCLUSIVE_JOIN') waitAgain(draft, target)
  else {
    dropTask(draft.rows, target)
    step.enter({ ...entryOf(target), replaces: { row: target, input: inputFor(target, taskInput) } })
  }
  for (const row of unsuccessfulTasks(draft)) if (row.taskId !== target.taskId && !row.executed) repair(draft, row)
}

function waitAgain(draft: Draft, join: Task): void {
  resetInPlace(draft, changeTask(draft, join, { outputData: {}, reasonForIncompletion: null }), join.retryCount)
}

/** What the workflow's end cut off beside the task goes on; a child that failed is replaced. */
function repair(draft: Draft, row: Task): void {
  if (isResetInPlace(row)) resetInPlace(draft, row, row.retryCount)
  else requeueInPlace(draft, changeTask(draft, row, { subWorkflowId: null }), row.retryCount)
}

/** Null: resolved again, as only a choice among cases is, which keeps notes in its input. */
function inputFor(target: Task, taskInput: Task['inputData'] | null): Task['inputData'] | null {
  if (taskInput !== null) return taskInput
  const isChoice = target.taskType === 'SWITCH' || target.taskType === 'DECISION'
  return isChoice ? null : target.inputData
}
