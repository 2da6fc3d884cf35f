import type { Draft } from '@/server/engine/draft'
import type { PerformOutcome, ScriptOutcome } from '@/server/engine/event'
import type { Task } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowTask } from '@/server/model/workflow-def'

/** One task type: what rows it makes, how its work begins, and what answers mean. */
export interface Operator {
  readonly performer: Task['performer']
  /** The limits of the task's definition hold, as for Conductor's asynchronous system tasks. */
  readonly limited?: boolean
  /** What Conductor does while it decides: neither a start nor another attempt is put off. */
  readonly atOnce?: boolean
  /** Control reached the task: add the rows that stand for it. */
  readonly enter: (step: Step, entry: Entry) => void
  /** The input of a new row. */
  readonly input: (draft: Draft, entry: Entry, taskId: TaskId) => JsonObject
  /** Of another attempt, over the input of the one before; left out: as of a new row. */
  readonly inputAgain?: (draft: Draft, entry: Entry, taskId: TaskId) => JsonObject
  /** Begin the work of a row that no worker will begin. */
  readonly begin: (step: Step, task: Task) => void
  /** Something that the row waits for may have happened. */
  readonly review?: (step: Step, task: Task) => void
  /** The first task of the branch that the row chose. */
  readonly branch?: (task: Task) => WorkflowTask | null
  readonly onScript?: (step: Step, task: Task, outcome: ScriptOutcome) => void
  readonly onPerformed?: (step: Step, task: Task, outcome: PerformOutcome) => void
}

export interface Entry {
  readonly task: WorkflowTask
  readonly place: Place
  /** A rerun: the new row takes this one's place, id and all. `input` null: resolved again. */
  readonly replaces?: { readonly row: Task; readonly input: JsonObject | null }
}

/** An entry for which a row is added. */
export interface NewTask extends Entry {
  readonly operator: Operator
  /** Fields that differ from an ordinary first attempt. */
  readonly fields?: Partial<Task>
}

/** Where rows are put: which turn of which loops, and whether the definition knows them. */
export interface Place {
  readonly suffix: string
  readonly dynamic: boolean
  /** For dynamic tasks: the definition's name of the loop around their fork. */
  readonly loop: string | null
}

/** What an operator works with: the draft, and the way to let control reach another task. */
export interface Step {
  readonly draft: Draft
  readonly enter: (entry: Entry) => void
}
