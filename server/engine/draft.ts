import type { DefinitionSnapshot, Task, Workflow } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowStatus } from '@/server/model/status'
import type { DecideContext } from './context'
import type { Changes, Effect } from './decision'
import { indexDefinition } from './definition-index'
import type { OutputCheckedEvent } from './event'
import type { Execution } from './execution'
import { keptResult } from './kept-result'
import { type DraftRows, draftRows, emptyRows } from './row-tables'
import { putTask } from './task-rows'

/** The transition being worked out: tables laid over the execution, which stays as it is. */
export interface Draft {
  readonly execution: Execution
  readonly context: DecideContext
  workflow: Workflow
  snapshot: DefinitionSnapshot
  rows: DraftRows
  readonly effects: Effect[]
  /** Rows whose work nobody has begun. */
  fresh: TaskId[]
  /**
   * Names of rows that came in the current round, with the rows that expressions still see under them: as in Conductor
   * the inputs of all that begins together are read before any of it is there.
   */
  unseen: Map<string, TaskId | undefined> | null
  readonly rounds: Rounds
  /** Optional rows that the last round let pass although they failed, with what they ended as. */
  forgiven: Pick<Task, 'taskId' | 'status'>[]
  /** Set once something ended the workflow: nothing else is scheduled after it. */
  ending: Ending | null
  /** Turns of loops that began without the sandbox. */
  plainTurns: number
  /** What was done so far: see `mayGoOn`. */
  steps: number
  /** What the sandbox says of the workflow's output. */
  verdict: Pick<OutputCheckedEvent, 'output' | 'problem'> | null
}

export interface Rounds {
  /** In this decision. */
  count: number
  /** Rows with a greater `seq` came in the current one. */
  from: number
  /** Reference name of a loop's row → the round in which a row directly inside it was last followed. */
  readonly followedIn: Map<string, number>
}

export interface Ending {
  readonly status: WorkflowStatus
  readonly reason: string | null
  /** The task that is to blame. */
  readonly taskId: TaskId | null
  /** A TERMINATE task's output replaces that of the definition. */
  readonly output: JsonObject | null
}

export function createDraft(execution: Execution, context: DecideContext): Draft {
  return {
    execution,
    context,
    workflow: execution.workflow,
    snapshot: execution.snapshot,
    rows: draftRows(execution.rows),
    effects: [],
    fresh: [],
    unseen: null,
    rounds: { count: 0, from: 0, followedIn: new Map() },
    forgiven: [],
    ending: null,
    plainTurns: 0,
    steps: 0,
    verdict: null,
  }
}

export function changeWorkflow(draft: Draft, change: Partial<Workflow>): void {
  draft.workflow = { ...draft.workflow, ...change, updateTime: draft.context.now }
}

export function setStatus(draft: Draft, status: WorkflowStatus): void {
  if (draft.workflow.status === status) return
  changeWorkflow(draft, { status, previousStatus: draft.workflow.status })
}

export function changeTask(draft: Draft, task: Task, change: Partial<Task>): Task {
  const changed = { ...task, ...change, updateTime: draft.context.now }
  putTask(draft.rows, changed)
  return changed
}

/** A terminal status: whoever held the row holds it no longer. */
export function endTask(draft: Draft, task: Task, end: Pick<Task, 'status'> & Partial<Task>): Task {
  const ended = changeTask(draft, task, { endTime: draft.context.now, leaseUntil: 0, ...end })
  const kept = ended.state === null ? null : keptResult(draft.snapshot, draft.context, ended)
  if (kept !== null) draft.effects.push(kept)
  return ended
}

/** The first reason wins. */
export function endWorkflow(draft: Draft, ending: Partial<Ending> & Pick<Ending, 'status' | 'reason'>): void {
  draft.ending ??= { taskId: null, output: null, ...ending }
}

export function failWorkflow(draft: Draft, reason: string): void {
  endWorkflow(draft, { status: 'FAILED', reason })
}

/** Every row goes, as in a restart. */
export function clearRows(draft: Draft): void {
  draft.rows = draftRows(emptyRows(indexDefinition(draft.snapshot.definition)))
  draft.fresh = []
}

export function changesOf(draft: Draft): Changes {
  const before = draft.execution.tasks
  const created: Task[] = []
  const updated: Task[] = []
  const removed: TaskId[] = []
  const written = draft.rows.tasks.written
  for (const [id, task] of written) {
    if (task === undefined) removed.push(id)
    else if (!before.has(id)) created.push(task)
    else if (before.get(id) !== task) updated.push(task)
  }
  if (draft.rows.tasks.base !== draft.execution.rows.tasks) removed.push(...before.keys())
  const seqOf = (id: TaskId) => before.get(id)?.seq ?? 0
  return {
    workflow: draft.workflow === draft.execution.workflow ? null : draft.workflow,
    created: created.sort((a, b) => a.seq - b.seq),
    updated: updated.sort((a, b) => a.seq - b.seq),
    removed: removed.sort((a, b) => seqOf(a) - seqOf(b)),
    definition: draft.snapshot === draft.execution.snapshot ? null : draft.snapshot,
  }
}
