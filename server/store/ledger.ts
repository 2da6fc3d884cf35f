import type { Decision, Effect } from '@/server/engine/decision'
import { applyDecision } from '@/server/engine/execution'
import type { Task, Workflow } from '@/server/model/execution'
import type { NamespaceId, TaskId, WorkflowId } from '@/server/model/ids'
import { type JournalPatch, storedTaskHeader } from '@/server/model/journal'
import type { Entry } from './cache'
import { hashOf } from './snapshots'
import type { CachedResult } from './sql/task-cache'
import type { JournalRow } from './sql/write-journal'
import type { LogRow } from './sql/write-logs'
import type { MailRow } from './sql/write-mail'
import type { MessageRow } from './sql/write-messages'
import type { SnapshotRow } from './sql/write-snapshots'

/**
 * What a batch is about to write. Several transitions of one execution become one update of its rows and one journal
 * row each.
 */
export interface Ledger {
  readonly now: number
  readonly executions: Map<WorkflowId, ExecutionWrites>
  readonly snapshots: Map<string, SnapshotRow>
  readonly journal: JournalRow[]
  readonly mail: MailRow[]
  readonly messages: MessageRow[]
  /** Lines for logs of tasks. */
  readonly logs: LogRow[]
  readonly removed: Set<WorkflowId>
  /** Results for the task cache. */
  readonly remembered: Map<string, CachedResult>
  /** Runs counted against the month, by namespace. */
  readonly runs: Map<NamespaceId, number>
  /** Bytes that executions of a namespace take more, where bytes are shared out. */
  readonly bytes: Map<NamespaceId, number>
}

export interface ExecutionWrites {
  readonly entry: Entry
  /** The header as this batch found it; null for a new execution. */
  readonly before: Workflow | null
  readonly created: Map<TaskId, Task>
  readonly changed: Map<TaskId, { readonly before: Task; after: Task }>
  readonly removed: Set<TaskId>
}

export function createLedger(now: number): Ledger {
  return {
    now,
    executions: new Map(),
    snapshots: new Map(),
    journal: [],
    mail: [],
    messages: [],
    logs: [],
    removed: new Set(),
    remembered: new Map(),
    runs: new Map(),
    bytes: new Map(),
  }
}

export function writesOf(ledger: Ledger, entry: Entry, isNew = false): ExecutionWrites {
  const { workflowId } = entry.execution.workflow
  const known = ledger.executions.get(workflowId)
  if (known) return known
  const before = isNew ? null : entry.execution.workflow
  const writes = { entry, before, created: new Map(), changed: new Map(), removed: new Set<TaskId>() }
  ledger.executions.set(workflowId, writes)
  return writes
}

/** Applies a decision to the execution in memory and notes what has to be written. Returns its effects. */
export function record(
  ledger: Ledger,
  entry: Entry,
  transition: { kind: string; decision: Decision },
): readonly Effect[] {
  const { decision, kind } = transition
  const { execution } = entry
  const { changes } = decision
  const changesRows =
    changes.workflow !== null ||
    changes.definition !== null ||
    changes.created.length + changes.updated.length + changes.removed.length > 0
  if (!changesRows) {
    if (decision.wakeAt !== entry.wakeAt || kind === 'wake') writesOf(ledger, entry)
    applyDecision(execution, decision)
    return decision.effects
  }
  const writes = writesOf(ledger, entry)
  noteTasks(writes, decision)
  if (changes.definition !== null) {
    const made = hashOf(changes.definition)
    entry.snapshotHash = made.hash
    noteSnapshot(ledger, { namespaceId: entry.namespaceId, ...made })
  }
  applyDecision(execution, decision)
  execution.workflow = { ...execution.workflow, revision: execution.workflow.revision + 1 }
  const { workflow } = execution
  const row = { workflowId: workflow.workflowId, revision: workflow.revision, at: ledger.now, kind }
  ledger.journal.push({ ...row, patch: patchOf(workflow, decision) })
  return decision.effects
}

export function noteSnapshot(ledger: Ledger, row: SnapshotRow): void {
  ledger.snapshots.set(`${row.namespaceId}:${row.hash}`, row)
}

function noteTasks(writes: ExecutionWrites, { changes }: Decision): void {
  const { created, changed, removed, entry } = writes
  for (const id of changes.removed) {
    changed.delete(id)
    if (!created.delete(id)) removed.add(id)
  }
  for (const task of changes.created) created.set(task.taskId, task)
  for (const after of changes.updated) {
    const { taskId } = after
    const known = changed.get(taskId)
    const before = entry.execution.tasks.get(taskId)
    if (created.has(taskId)) created.set(taskId, after)
    else if (known) known.after = after
    else if (before) changed.set(taskId, { before, after })
  }
}

function patchOf(workflow: Workflow, { changes }: Decision): JournalPatch {
  const { input: _i, output: _o, variables: _v, taskToDomain: _d, state: _s, ...header } = workflow
  const tasks = [...changes.created, ...changes.updated].map(storedTaskHeader)
  return changes.removed.length === 0
    ? { workflow: header, tasks }
    : { workflow: header, tasks, removed: changes.removed }
}
