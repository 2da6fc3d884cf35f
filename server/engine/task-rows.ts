import type { Task } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import { isTerminalTask } from '@/server/model/status'
import { type Position, positionsIn } from './definition-index'
import { fallBack } from './fall-back'
import type { TaskRows } from './row-tables'
import { baseRef, joinRefs, outerSuffix, suffixOf } from './task-refs'

export function putTask(rows: TaskRows, task: Task): void {
  const before = rows.tasks.get(task.taskId)
  const ref = task.referenceTaskName
  const wasSettled = isSettled(rows, ref)
  rows.tasks.set(task.taskId, task)
  if (before === undefined) {
    if (task.dynamic) notePositions(rows, task)
    if (task.taskType === 'DO_WHILE') rows.openInLoop.set(ref, rows.openInLoop.get(ref) ?? 0)
    rows.latest.set(ref, task.taskId)
    rows.latestByBase.set(baseRef(task), task.taskId)
    rows.counts.rows += 1
  }
  markAsked(rows, before, task)
  // A skipped row that is run again gets its place only then.
  rows.counts.lastSeq = Math.max(rows.counts.lastSeq, task.seq)
  // A join that ends may have got other branches with the same change: it leaves those that it was waiting for.
  if (isTerminalTask(task.status)) markOpen(rows, before ?? task, false)
  else markOpen(rows, task, true)
  if (before !== undefined && before.inputData !== task.inputData) rewatch(rows, before, task)
  markEnded(rows, task, isTerminalTask(task.status) && !task.executed && !task.retried && task.status !== 'SKIPPED')
  noteSettled(rows, ref, wasSettled)
  // Also of a row that has ended: an optional child may be tried again, and come to something.
  if (before !== undefined && before.outputData !== task.outputData) noteShown(rows, ref)
}

/** Of many rows the oldest first: then the names that lose their newest row look only once for the one before it. */
export function dropTask(rows: TaskRows, task: Task): void {
  const ref = task.referenceTaskName
  const wasSettled = isSettled(rows, ref)
  markOpen(rows, task, false)
  markEnded(rows, task, false)
  markAsked(rows, rows.tasks.get(task.taskId), null)
  rows.tasks.delete(task.taskId)
  rows.counts.rows -= 1
  if (task.seq === rows.counts.lastSeq) rows.counts.lastSeq = greatestSeq(rows)
  fallBack(rows, task)
  noteSettled(rows, ref, wasSettled)
}

function greatestSeq({ tasks, counts }: TaskRows): number {
  let greatest = 0
  if (counts.rows > 0) for (const id of tasks.keys()) greatest = Math.max(greatest, tasks.get(id)?.seq ?? 0)
  return greatest
}

/** The latest attempt under this reference name has ended. */
export function isSettled(rows: TaskRows, ref: string): boolean {
  const task = latestTask(rows, ref)
  return task !== undefined && isTerminalTask(task.status)
}

export function latestTask(rows: TaskRows, ref: string): Task | undefined {
  const id = rows.latest.get(ref)
  return id === undefined ? undefined : rows.tasks.get(id)
}

export function positionOf(rows: TaskRows, task: Task): Position | undefined {
  return positionAt(rows, baseRef(task), { suffix: suffixOf(task), dynamic: task.dynamic })
}

/** Also where there is no row yet. */
export function positionAt(
  rows: TaskRows,
  ref: string,
  place: { readonly suffix: string; readonly dynamic: boolean },
): Position | undefined {
  if (!place.dynamic) return rows.positions.get(ref)
  for (let { suffix } = place; suffix !== ''; suffix = outerSuffix(suffix)) {
    const position = rows.dynamicPositions.get(ref + suffix)
    if (position !== undefined) return position
  }
  return rows.dynamicPositions.get(ref)
}

/** The row name of the loop that a row is directly inside; null outside loops. */
export function enclosingLoop(rows: TaskRows, task: Task): string | null {
  const loop = positionOf(rows, task)?.loop ?? null
  return loop === null ? null : loop + outerSuffix(suffixOf(task))
}

/** Open rows in the order of their creation. */
export function openTasks(rows: TaskRows): Task[] {
  return inOrder(rows, rows.open.keys())
}

export function endedTasks(rows: TaskRows): Task[] {
  return rows.counts.ended === 0 ? [] : inOrder(rows, rows.ended.keys())
}

export function allTasks(rows: TaskRows): Task[] {
  return inOrder(rows, rows.tasks.keys())
}

function inOrder(rows: TaskRows, ids: Iterable<TaskId>): Task[] {
  const found: Task[] = []
  for (const id of ids) {
    const task = rows.tasks.get(id)
    if (task !== undefined) found.push(task)
  }
  return found.sort((a, b) => a.seq - b.seq)
}

function markOpen(rows: TaskRows, task: Task, open: boolean): void {
  const wasOpen = rows.open.get(task.taskId) === true
  if (wasOpen === open) return
  const step = open ? 1 : -1
  if (open) rows.open.set(task.taskId, true)
  else rows.open.delete(task.taskId)
  rows.counts.open += step
  const loop = enclosingLoop(rows, task)
  if (loop !== null) {
    rows.openInLoop.set(loop, (rows.openInLoop.get(loop) ?? 0) + step)
    rows.dirty?.loops.add(loop)
  }
  if (isJoin(task)) watchBranches(rows, task, open)
}

function markEnded(rows: TaskRows, task: Task, ended: boolean): void {
  const wasEnded = rows.ended.get(task.taskId) === true
  if (wasEnded === ended) return
  if (ended) rows.ended.set(task.taskId, true)
  else rows.ended.delete(task.taskId)
  rows.counts.ended += ended ? 1 : -1
}

/** What Conductor evaluates while it decides. */
const SCRIPTS: ReadonlySet<string> = new Set([
  'DECISION',
  'DO_WHILE',
  'INLINE',
  'JSON_JQ_TRANSFORM',
  'LAMBDA',
  'SET_VARIABLE',
  'SWITCH',
])

function isAsked(task: Task | null | undefined): boolean {
  return task != null && SCRIPTS.has(task.taskType) && task.leaseUntil > 0 && !isTerminalTask(task.status)
}

function markAsked(rows: TaskRows, before: Task | undefined, after: Task | null): void {
  rows.counts.asked += Number(isAsked(after)) - Number(isAsked(before))
}

/** `state.loop` of a dynamic task names the loop around its fork. */
function notePositions(rows: TaskRows, task: Task): void {
  if (positionOf(rows, task) !== undefined) return
  const loop = task.state?.loop
  const list = {
    tasks: [task.workflowTask],
    isRoot: false,
    after: null,
    loop: typeof loop === 'string' ? loop : null,
  } as const
  const suffix = suffixOf(task)
  for (const [ref, position] of positionsIn(list)) rows.dynamicPositions.set(ref + suffix, position)
}

function watchBranches(rows: TaskRows, join: Task, watch: boolean): void {
  const refs = joinRefs(join)
  let unsettled = 0
  for (const ref of refs) {
    const others = (rows.joinsOf.get(ref) ?? []).filter((id) => id !== join.taskId)
    if (watch) rows.joinsOf.set(ref, [...others, join.taskId])
    else if (others.length > 0) rows.joinsOf.set(ref, others)
    else rows.joinsOf.delete(ref)
    if (!isSettled(rows, ref)) unsettled += 1
  }
  if (watch) rows.unsettled.set(join.taskId, unsettled)
  else rows.unsettled.delete(join.taskId)
}

/** An open JOIN waits for other branches from now on. */
function rewatch(rows: TaskRows, before: Task, join: Task): void {
  if (!isJoin(join) || isTerminalTask(before.status) || isTerminalTask(join.status)) return
  watchBranches(rows, before, false)
  watchBranches(rows, join, true)
  rows.dirty?.waiting.add(join.taskId)
}

const isJoin = ({ taskType }: Task): boolean => taskType === 'JOIN' || taskType === 'EXCLUSIVE_JOIN'

function noteShown(rows: TaskRows, ref: string): void {
  for (const join of rows.joinsOf.get(ref) ?? []) rows.dirty?.waiting.add(join)
}

function noteSettled(rows: TaskRows, ref: string, wasSettled: boolean): void {
  const settled = isSettled(rows, ref)
  if (settled === wasSettled) return
  for (const join of rows.joinsOf.get(ref) ?? []) {
    rows.unsettled.set(join, (rows.unsettled.get(join) ?? 0) + (settled ? -1 : 1))
    rows.dirty?.waiting.add(join)
  }
}
