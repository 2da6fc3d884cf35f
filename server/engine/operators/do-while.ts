import { addTask, entryOf, templatedInput } from '@/server/engine/add-task'
import { changeTask, type Draft, endTask, failWorkflow } from '@/server/engine/draft'
import type { ScriptOutcome } from '@/server/engine/event'
import { evaluatePlainScript } from '@/server/engine/expressions/plain-script'
import { keepLastN, rowsOfTurn, SHOWN_TURNS, turnOutputs, wholeLoopOutput } from '@/server/engine/loop-history'
import { inOneRound } from '@/server/engine/rounds'
import { suffixOf } from '@/server/engine/task-refs'
import { dropTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import type { Json, JsonObject } from '@/server/model/json'
import { askScript } from './ask'
import { isTruthy } from './evaluators'
import { conditionInput } from './loop-condition'
import { loopItems } from './loop-items'
import type { Entry, Operator, Step } from './operator'

/**
 * DO_WHILE: a turn runs the body's rows under names with the turn's number; when none of them is open any more the
 * condition is asked, and a truthy answer begins the next turn. A list of items bounds the turns instead, or as well.
 */
export const doWhile: Operator = { performer: 'system', enter, input: templatedInput, begin, review, onScript }

/** Turns that one transition decides without asking the sandbox. */
const PLAIN_TURNS = 100

/** `body`: rows of the turn run. `asking`: the sandbox has the condition. `go`, `stop`: it answered. */
type Phase = 'body' | 'asking' | 'go' | 'stop'

function enter(step: Step, entry: Entry): void {
  addTask(step.draft, { ...entry, operator: doWhile, fields: { status: 'IN_PROGRESS' } })
}

/** Also after a retry put the loop back to work: then its turn goes on, or its condition is asked again. */
function begin(step: Step, task: Task): void {
  if (task.iteration > 0 && phaseOf(task) !== null) {
    if (phaseOf(task) === 'asking') ask(step.draft, task)
    return
  }
  // What its first turn reads may be what a script beside it puts out: see `lookAgain`.
  if (step.draft.rows.counts.asked > 0) return
  const items = loopItems(step.draft, task)
  if (items !== null && items.length === 0) {
    endTask(step.draft, task, { status: 'COMPLETED', iteration: 0, outputData: { iteration: 0 } })
    return
  }
  startTurn(step, task, 1)
}

function review(step: Step, task: Task): void {
  switch (phaseOf(task)) {
    case 'body':
      if ((step.draft.rows.openInLoop.get(task.referenceTaskName) ?? 0) === 0) endTurn(step, task)
      return
    case 'go':
      startTurn(step, task, task.iteration + 1)
      return
    case 'stop':
      finish(step.draft, task)
      return
    case null:
      // It was held back, and nobody let it begin since.
      begin(step, task)
      return
    case 'asking':
  }
}

function startTurn(step: Step, task: Task, turn: number): void {
  const { draft } = step
  const { loopTurns } = draft.context.limits
  if (turn > loopTurns) {
    failWorkflow(draft, `The loop ${task.referenceTaskName} reached the limit of ${loopTurns} turns (loopTurns).`)
    return
  }
  const outputData = { ...task.outputData, iteration: turn, ...currentItem(draft, task, turn) }
  const loop = changeTask(draft, task, { iteration: turn, outputData, state: withPhase(task, 'body') })
  // A turn of rows that end as they appear opens nothing whose end would call for a look.
  draft.rows.dirty.loops.add(loop.referenceTaskName)
  const [first] = task.workflowTask.loopOver
  const place = { ...entryOf(loop).place, suffix: `${suffixOf(loop)}__${turn}` }
  if (first !== undefined) inOneRound(draft, [], () => step.enter({ task: first, place }))
  if (turn > 1) blameLoop(draft, loop)
  // What began could still read the turn that goes.
  forgetOldTurn(draft, loop)
}

/** As in Conductor it is the condition that failed when the turn that it let begin cannot be entered. */
function blameLoop(draft: Draft, task: Task): void {
  if (draft.ending === null) return
  const { reason } = draft.ending
  draft.ending = null
  failCondition(draft, task, reason ?? '')
}

function failCondition(draft: Draft, task: Task, reason: string): void {
  const reasonForIncompletion = `Unable to evaluate condition ${task.workflowTask.loopCondition}, exception ${reason}`
  endTask(draft, task, { status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion })
}

/** Back to a turn that has been, for a rerun of a task in it: what later turns showed is forgotten, and its own is old. */
export function returnToTurn(draft: Draft, task: Task, turn: number): void {
  const earlier = Object.entries(task.outputData).filter(([key]) => !(Number(key) > turn))
  const outputData = { ...Object.fromEntries(earlier), iteration: turn, ...currentItem(draft, task, turn) }
  const state = withPhase(task, 'body')
  const running = { status: 'IN_PROGRESS', endTime: 0, executed: false, reasonForIncompletion: null } as const
  changeTask(draft, task, { ...running, iteration: turn, outputData, state })
  draft.rows.dirty.loops.add(task.referenceTaskName)
}

function currentItem(draft: Draft, task: Task, turn: number): JsonObject {
  const items = loopItems(draft, task)
  return items === null ? {} : { loopIndex: turn - 1, loopItem: items[turn - 1] ?? null }
}

function endTurn(step: Step, task: Task): void {
  const { draft } = step
  const outputData = withTurn(task, turnOutputs(draft.rows, task, { turn: task.iteration }))
  const loop = changeTask(draft, task, { outputData })
  const items = loopItems(draft, loop)
  const condition = task.workflowTask.loopCondition?.trim() ?? ''
  if (items !== null && loop.iteration >= items.length) finish(draft, loop)
  else if (condition !== '') ask(draft, loop)
  else if (items !== null) startTurn(step, loop, loop.iteration + 1)
  else finish(draft, loop)
}

/** The turn has failed with a row of it, and nothing tries it again; what came after that row is not shown. */
export function failTurn(draft: Draft, task: Task, failed: Task): void {
  const outputData = withTurn(task, turnOutputs(draft.rows, task, { turn: task.iteration, through: failed.seq }))
  endTask(draft, task, { status: 'FAILED', outputData, reasonForIncompletion: `${failed.reasonForIncompletion} ` })
}

/** What a turn came to that a task of ours ended, and the workflow with it. */
export function showTurn(draft: Draft, task: Task): void {
  const outputs = turnOutputs(draft.rows, task, { turn: task.iteration })
  if (Object.keys(outputs).length > 0) changeTask(draft, task, { outputData: withTurn(task, outputs) })
}

/** The row shows the latest turns only: as many as it keeps, and not more than are cheap to write each time. */
function withTurn(task: Task, outputs: JsonObject): JsonObject {
  const shown: Record<string, Json> = { ...task.outputData, [task.iteration]: outputs }
  const oldest = task.iteration - Math.min(keepLastN(task) ?? SHOWN_TURNS, SHOWN_TURNS)
  delete shown[oldest]
  return shown
}

function forgetOldTurn(draft: Draft, task: Task): void {
  const keep = keepLastN(task)
  if (keep === null || task.iteration <= keep) return
  for (const row of rowsOfTurn(draft.rows, task, task.iteration - keep)) dropTask(draft.rows, row)
}

/** A plain condition is decided at once, up to a point: what runs for very long takes turns with others. */
function ask(draft: Draft, task: Task): void {
  const condition = conditionOf(task)
  const plain = mayDecide(draft, task) ? evaluatePlainScript(condition, conditionInput(draft, task)) : undefined
  if (plain === undefined) askSandbox(draft, task)
  else answer(draft, task, plain)
}

/** By `value-param`, as in Orkes, the name of the input that decides. The open-source server knows scripts only. */
function conditionOf({ workflowTask: { evaluatorType, loopCondition }, inputData }: Task): string {
  const condition = loopCondition ?? ''
  const isName = evaluatorType === 'value-param' && Object.hasOwn(inputData, condition.trim())
  return isName ? `$[${JSON.stringify(condition.trim())}]` : condition
}

function mayDecide(draft: Draft, task: Task): boolean {
  draft.plainTurns += 1
  return draft.plainTurns <= PLAIN_TURNS && !task.secretNames
}

function askSandbox(draft: Draft, task: Task): void {
  const asking = changeTask(draft, task, { state: withPhase(task, 'asking') })
  askScript(draft, asking, {
    language: 'javascript',
    expression: conditionOf(task),
    input: conditionInput(draft, asking),
  })
}

function onScript(step: Step, task: Task, outcome: ScriptOutcome): void {
  const { draft } = step
  if (phaseOf(task) !== 'asking') return
  if (!outcome.ok) {
    failCondition(draft, task, outcome.message)
    return
  }
  answer(draft, task, outcome.value)
}

function answer(draft: Draft, task: Task, value: Json): void {
  const phase = isTruthy(value) ? 'go' : 'stop'
  const answered = changeTask(draft, task, { leaseUntil: 0, state: withPhase(task, phase) })
  draft.rows.dirty.loops.add(answered.referenceTaskName)
}

function finish(draft: Draft, task: Task): void {
  endTask(draft, task, { status: 'COMPLETED', outputData: wholeLoopOutput(draft.rows, task) })
}

function phaseOf(task: Task): Phase | null {
  const phase = task.state?.phase
  return phase === 'body' || phase === 'asking' || phase === 'go' || phase === 'stop' ? phase : null
}

function withPhase(task: Task, phase: Phase): JsonObject {
  return { ...task.state, phase }
}
