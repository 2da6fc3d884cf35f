import type { Task } from '@/server/model/execution'
import { isSuccessfulTask, isTerminalTask } from '@/server/model/status'
import { beginFresh } from './begin-fresh'
import { type Draft, endWorkflow } from './draft'
import { followTask } from './next-tasks'
import { failTurn, showTurn } from './operators/do-while'
import type { Step } from './operators/operator'
import { operatorOf } from './operators/registry'
import { judgeFailure, mayTryAgain } from './retry'
import { inOneRound } from './rounds'
import { enclosingLoop, endedTasks, latestTask } from './task-rows'
import { isTermination, terminationBy } from './termination'

/** What comes of the rows that ended: the next ones, other attempts, or the end of the workflow. False: none ended. */
export function followEnded(step: Step): boolean {
  const { draft } = step
  const ended = endedTasks(draft.rows)
  draft.unseen = new Map()
  draft.rounds.count += ended.length > 0 ? 1 : 0
  const last = inOneRound(draft, ended, () => followAll(step, ended))
  draft.unseen = null
  if (last !== undefined && DECIDED.has(last.taskType)) showLoops(draft)
  return ended.length > 0
}

/**
 * As in Conductor a failure comes before a TERMINATE of the same round, and of two of those the later one decides, but
 * for the output. Returns the row whose failure, or whose successor, ended the workflow.
 */
function followAll(step: Step, ended: readonly Task[]): Task | undefined {
  const { draft } = step
  for (const task of ended) {
    noteLoop(draft, task)
    followOne(step, task)
    if (draft.ending !== null) return task
  }
  const terminations = ended.filter(isTermination)
  const last = terminations.at(-1)
  if (last !== undefined) endWorkflow(draft, { ...terminationBy(last), output: terminations[0]?.outputData ?? null })
  return undefined
}

function noteLoop({ rows, rounds }: Draft, task: Task): void {
  const loop = enclosingLoop(rows, task)
  if (loop !== null) rounds.followedIn.set(loop, rounds.count)
}

function followOne(step: Step, ended: Task): void {
  const { draft } = step
  if (isTermination(ended)) return
  if (!isSuccessfulTask(ended.status)) {
    if (failsItsLoop(draft, ended) && failLoopAround(draft, ended)) return
    if (judgeFailure(draft, ended, operatorOf(ended)) !== 'go-on') return
  }
  const task = draft.rows.tasks.get(ended.taskId) ?? ended
  followTask(step, task)
  // A permissive task of a turn lets its neighbours begin, and then its loop fails for it.
  if (isSuccessfulTask(task.status)) return
  beginFresh(step)
  failLoopAround(draft, task)
}

/** In a loop, Conductor finds these failed when it looks at the turn: the loop is what fails the workflow. */
const FAIL_LOOPS: ReadonlySet<string> = new Set(['SWITCH', 'JSON_JQ_TRANSFORM'])
/** These come to their end while Conductor decides, and it has looked at every loop before it follows them. */
const DECIDED: ReadonlySet<string> = new Set([
  'DECISION',
  'INLINE',
  'JSON_JQ_TRANSFORM',
  'LAMBDA',
  'NOOP',
  'SET_VARIABLE',
  'SWITCH',
])

function failsItsLoop(draft: Draft, task: Task): boolean {
  const { optional, permissive } = task.workflowTask
  return (
    FAIL_LOOPS.has(task.taskType) && task.status === 'FAILED' && !optional && !permissive && !mayTryAgain(draft, task)
  )
}

function failLoopAround(draft: Draft, task: Task): boolean {
  const loop = openLoopAround(draft, task)
  if (loop !== undefined) failTurn(draft, loop, task)
  return loop !== undefined
}

/** What each turn has come to so far. */
function showLoops(draft: Draft): void {
  for (const ref of draft.rows.openInLoop.keys()) {
    const loop = latestTask(draft.rows, ref)
    if (loop !== undefined && !isTerminalTask(loop.status)) showTurn(draft, loop)
  }
}

function openLoopAround(draft: Draft, task: Task): Task | undefined {
  const ref = enclosingLoop(draft.rows, task)
  const loop = ref === null ? undefined : latestTask(draft.rows, ref)
  return loop !== undefined && !isTerminalTask(loop.status) ? loop : undefined
}
