import { addTask } from '@/server/engine/add-task'
import { changeTask, type Draft, endTask } from '@/server/engine/draft'
import type { ScriptOutcome } from '@/server/engine/event'
import { isSameJson } from '@/server/engine/same-json'
import { joinRefs } from '@/server/engine/task-refs'
import { isSettled, latestTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import { isSuccessfulTask } from '@/server/model/status'
import { inputWithoutId } from './input-without-id'
import { askJoinScript, hasScript, verdictOf } from './join-script'
import type { Entry, Operator, Step } from './operator'

/**
 * JOIN: open until the latest attempt of each `joinOn` name has ended. Only a permissive branch can be found failed
 * here (any other failure ended the workflow), and then the JOIN fails with it.
 */
export const join: Operator = {
  performer: 'none',
  enter: (step, entry) => addJoin(step.draft, entry, entry.task.joinOn),
  input: inputWithoutId,
  begin,
  review,
  onScript,
}

/** Not at once: what its branches did in the same round is followed first. A script that did not answer is asked anew. */
function begin({ draft }: Step, task: Task): void {
  if (task.leaseUntil > 0) changeTask(draft, task, { leaseUntil: 0, state: { ...task.state, seen: '' } })
  draft.rows.dirty.waiting.add(task.taskId)
}

/** A dynamic fork names the branches itself. */
function addJoin(draft: Draft, entry: Entry, joinOn: readonly string[]): void {
  const operator: Operator = {
    ...join,
    performer: hasScript(entry.task) ? 'system' : 'none',
    input: (current, from, taskId) => ({ ...inputWithoutId(current, from, taskId), joinOn }),
  }
  addTask(draft, { ...entry, operator, fields: { status: 'IN_PROGRESS', taskDefName: 'JOIN' } })
}

/** A wider join shows its branches' outputs only when it ends, or each branch would write all of them again. */
const SHOWN_BRANCHES = 16

function review(step: Step, task: Task): void {
  const { draft } = step
  const { joinOn } = task.inputData
  const isWide = Array.isArray(joinOn) && joinOn.length > SHOWN_BRANCHES
  const isScripted = hasScript(task.workflowTask)
  // One of thousands of branches has ended: that may not cost a look at all of them.
  if (isWide && !isScripted && !isComplete(draft, task)) return
  const refs = joinRefs(task)
  if (isScripted && refs.length > 0) {
    askJoinScript(draft, task, { seen: settledOf(draft, refs), outputs: branchOutputs(draft, refs) })
    return
  }
  if (isComplete(draft, task)) {
    finishJoin(draft, task)
    return
  }
  const outputData = outputsOf(draft, task)
  if (!isSameJson(outputData, task.outputData)) changeTask(draft, task, { outputData })
}

const isComplete = (draft: Draft, { taskId }: Task): boolean => (draft.rows.unsettled.get(taskId) ?? 0) === 0

/** When every branch has ended, it joins, whatever the script still waits for: nothing else will come. */
function onScript({ draft }: Step, held: Task, outcome: ScriptOutcome): void {
  const task = changeTask(draft, held, { leaseUntil: 0 })
  const verdict = verdictOf(outcome)
  const refs = joinRefs(task)
  const outputData = outputsOf(draft, task)
  const isNews = settledOf(draft, refs) !== task.state?.seen
  if (verdict.type === 'ended') endTask(draft, task, { outputData, ...verdict.end })
  else if (isNews) draft.rows.dirty.waiting.add(task.taskId)
  else if (isComplete(draft, task)) finishJoin(draft, task)
  else changeTask(draft, task, { outputData })
}

const settledOf = (draft: Draft, refs: readonly string[]): string =>
  refs.filter((ref) => isSettled(draft.rows, ref)).join(' ')

function branchOutputs(draft: Draft, refs: readonly string[]): JsonObject {
  const outputs = refs.map((ref) => [ref, latestTask(draft.rows, ref)?.outputData ?? {}] as const)
  return Object.fromEntries(outputs.filter(([, output]) => Object.keys(output).length > 0))
}

/** What a branch showed before it put nothing out stays, as in Conductor. */
function outputsOf(draft: Draft, task: Task): JsonObject {
  return { ...task.outputData, ...branchOutputs(draft, joinRefs(task)) }
}

/** With the branches that there are. */
export function finishJoin(draft: Draft, task: Task): void {
  const branches = joinRefs(task).flatMap((ref) => latestTask(draft.rows, ref) ?? [])
  endTask(draft, task, { ...verdict(branches), outputData: outputsOf(draft, task) })
}

function verdict(branches: readonly Task[]): Pick<Task, 'status'> & Partial<Task> {
  const failed = branches.filter((branch) => !isSuccessfulTask(branch.status) && !branch.workflowTask.optional)
  if (failed.length > 0) {
    const status = failed.every((branch) => branch.status === 'CANCELED') ? 'CANCELED' : 'FAILED'
    return { status, reasonForIncompletion: failed.map((branch) => branch.reasonForIncompletion ?? '').join(' ') }
  }
  const flawed = branches.filter((branch) => branch.status === 'COMPLETED_WITH_ERRORS')
  if (flawed.length === 0) return { status: 'COMPLETED' }
  const names = flawed.map((branch) => `${branch.taskDefName}/${branch.taskId}`).join(' ')
  return { status: 'COMPLETED_WITH_ERRORS', reasonForIncompletion: `${names} completed with errors` }
}
