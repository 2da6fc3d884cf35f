import { formatDuration } from '@/components/ui/format-duration'
import type { RunTask, RunView } from '@/server/model/run-view'
import type { TaskStatus } from '@/server/model/status'
import { isTerminalTask, isTerminalWorkflow } from '@/server/model/status'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { definitionRef } from './definition-ref'
import { shorten, taskKind, taskTitle } from './describe-task'
import { findNotTaken } from './find-not-taken'
import { indexRun, type RunIndex } from './run-index'
import { allTasks } from './walk-definition'

/** Milliseconds after the start of the run. */
export interface Span {
  readonly from: number
  readonly to: number
}

export interface TimelineRow {
  readonly key: string
  /** The row's task; null for one that has not started. */
  readonly taskId: string | null
  readonly ref: string
  readonly title: string
  /** Which attempt, turn or worker, in a word. */
  readonly tag: string | null
  readonly type: string
  readonly status: TaskStatus | null
  readonly queue: Span | null
  readonly work: Span | null
  readonly label: string
}

export interface Timeline {
  readonly rows: readonly TimelineRow[]
  readonly spanMs: number
  /** Different tasks among the rows. */
  readonly taskCount: number
}

/** Forks and joins take no time of their own: the graph shows them, the timeline leaves them out. */
const NO_ROW: ReadonlySet<string> = new Set(['FORK', 'FORK_JOIN', 'FORK_JOIN_DYNAMIC', 'JOIN', 'EXCLUSIVE_JOIN'])

/** One row per attempt in the order of their start, then what is still to come. */
export function buildTimeline(view: RunView): Timeline {
  const index = indexRun(view)
  const origin = view.header.createTime
  const started = view.tasks.filter((task) => !NO_ROW.has(task.taskType)).toSorted((a, b) => a.seq - b.seq)
  const attempts = countAttempts(started)
  const rows = started.map((task) => toRow(task, { definition: view.definition, origin, now: view.now, attempts }))
  const spanMs = Math.max(1, (view.header.endTime || view.now) - origin)
  const all = [...rows, ...upcoming(view, index)]
  return { rows: all, spanMs, taskCount: new Set(all.map((row) => row.ref)).size }
}

interface Scene {
  readonly definition: WorkflowDef
  readonly origin: number
  readonly now: number
  readonly attempts: ReadonlyMap<string, number>
}

function toRow(task: RunTask, scene: Scene): TimelineRow {
  const at = (time: number): number => Math.max(0, time - scene.origin)
  const ended = task.endTime || scene.now
  const started = task.startTime || (isTerminalTask(task.status) ? task.endTime : 0)
  return {
    key: task.taskId,
    taskId: task.taskId,
    ref: definitionRef(scene.definition, task),
    title: taskTitle(scene.definition, task),
    tag: tagOf(task, scene.attempts),
    type: taskKind(scene.definition, task),
    status: task.status,
    queue: { from: at(task.scheduledTime), to: at(started || scene.now) },
    work: started > 0 ? { from: at(started), to: at(ended) } : null,
    label: labelOf(task, started, ended),
  }
}

function tagOf(task: RunTask, attempts: ReadonlyMap<string, number>): string | null {
  const tags = [
    turnTag(task),
    (attempts.get(task.referenceTaskName) ?? 0) > 1 ? `attempt ${task.retryCount + 1}` : null,
    task.dynamic ? task.referenceTaskName : null,
  ].filter((tag) => tag !== null)
  if (tags.length > 0) return tags.join(' · ')
  return (task.taskType === 'SWITCH' ? task.note : task.workerId) || null
}

function turnTag(task: RunTask): string | null {
  if (task.iteration === 0) return null
  if (task.taskType !== 'DO_WHILE') return `turn ${task.iteration}`
  return task.iteration === 1 ? '1 turn' : `${task.iteration} turns`
}

function labelOf(task: RunTask, started: number, ended: number): string {
  if (task.status === 'CANCELED') return 'canceled'
  if (task.status === 'SKIPPED') return 'skipped'
  if (task.status === 'SCHEDULED') return 'waiting'
  if (isFailure(task.status) && task.reasonForIncompletion) return shorten(task.reasonForIncompletion)
  return formatDuration(ended - started)
}

export function isFailure(status: TaskStatus): boolean {
  return status === 'FAILED' || status === 'FAILED_WITH_TERMINAL_ERROR' || status === 'TIMED_OUT'
}

function countAttempts(tasks: readonly RunTask[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const task of tasks) counts.set(task.referenceTaskName, (counts.get(task.referenceTaskName) ?? 0) + 1)
  return counts
}

function upcoming(view: RunView, index: RunIndex): readonly TimelineRow[] {
  if (isTerminalWorkflow(view.header.status)) return []
  const notTaken = findNotTaken(view, index)
  return allTasks(view.definition)
    .filter(
      (task) =>
        !NO_ROW.has(task.type) && !index.rows.has(task.taskReferenceName) && !notTaken.has(task.taskReferenceName),
    )
    .map((task) => ({
      key: `ahead-${task.taskReferenceName}`,
      taskId: null,
      ref: task.taskReferenceName,
      title: task.name,
      tag: null,
      type: task.type,
      status: null,
      queue: null,
      work: null,
      label: '',
    }))
}
