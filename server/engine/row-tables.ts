import type { Task } from '@/server/model/execution'
import type { TaskId } from '@/server/model/ids'
import type { Position, Positions } from './definition-index'
import { type Overlay, overlay, type Table } from './tables'

/**
 * The rows of an execution with the counters that keep a decision's cost proportional to what changed: a join knows
 * how many branches it waits for, a loop how many rows of its turn are open. Always changed through `putTask` and
 * `dropTask`, on the store's copy as on a draft.
 */
export interface TaskRows {
  readonly tasks: Table<TaskId, Task>
  /** Reference name as on the row → its latest attempt. */
  readonly latest: Table<string, TaskId>
  /** Reference name as in the definition → the latest row of any turn. */
  readonly latestByBase: Table<string, TaskId>
  readonly open: Table<TaskId, true>
  /** Ended, but not yet followed by their successors or by a retry. */
  readonly ended: Table<TaskId, true>
  /** Open JOIN → branches that have not settled. */
  readonly unsettled: Table<TaskId, number>
  /** Reference name → the open JOINs that wait for it. */
  readonly joinsOf: Table<string, readonly TaskId[]>
  /** Reference name of each loop's row → open rows directly inside it. */
  readonly openInLoop: Table<string, number>
  readonly positions: Positions
  /** Positions inside the tasks that dynamic forks brought along, by the reference name on the row. */
  readonly dynamicPositions: Table<string, Position>
  /** Only on a draft: what may be able to go on because something it waits for has changed. */
  readonly dirty: Dirty | null
  /** `asked`: rows whose script the sandbox has not answered. */
  readonly counts: { open: number; ended: number; asked: number; rows: number; lastSeq: number }
}

export interface Dirty {
  readonly waiting: Set<TaskId>
  /** Reference names of loop rows. */
  readonly loops: Set<string>
}

export function emptyRows(positions: Positions): TaskRows {
  return {
    positions,
    dynamicPositions: new Map(),
    tasks: new Map(),
    latest: new Map(),
    latestByBase: new Map(),
    open: new Map(),
    ended: new Map(),
    unsettled: new Map(),
    joinsOf: new Map(),
    openInLoop: new Map(),
    dirty: null,
    counts: { open: 0, ended: 0, asked: 0, rows: 0, lastSeq: 0 },
  }
}

export interface DraftRows extends TaskRows {
  readonly tasks: Overlay<TaskId, Task>
  readonly dirty: Dirty
}

export function draftRows(base: TaskRows): DraftRows {
  return {
    positions: base.positions,
    dynamicPositions: overlay(base.dynamicPositions),
    tasks: overlay(base.tasks),
    latest: overlay(base.latest),
    latestByBase: overlay(base.latestByBase),
    open: overlay(base.open),
    ended: overlay(base.ended),
    unsettled: overlay(base.unsettled),
    joinsOf: overlay(base.joinsOf),
    openInLoop: overlay(base.openInLoop),
    dirty: { waiting: new Set(), loops: new Set() },
    counts: { ...base.counts },
  }
}
