import type { GraphDirection } from '@/server/model/graph-look'
import type { GraphTask, JsonPath, Place } from './definition'

export interface Point {
  readonly x: number
  readonly y: number
}

export type NodeKind =
  | 'start'
  | 'end'
  | 'task'
  | 'stack'
  | 'fork'
  | 'join'
  | 'case'
  | 'loop'
  | 'merge'
  /** A container whose inside is put away. */
  | 'folded'
  /** A sub-workflow with its own graph inside. */
  | 'sub'

export interface PlacedNode {
  readonly id: string
  readonly kind: NodeKind
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** How many frames are around it: frames are drawn outside in. */
  readonly depth: number
  /** Null for what cannot be edited here: start and end, and everything inside a sub-workflow. */
  readonly path: JsonPath | null
  readonly task: GraphTask | null
  /** For a case: its switch and key. For a join: its fork. */
  readonly owner: string | null
  readonly caseKey: string | null
  /** Of a folded container: how many tasks are inside. */
  readonly inside: number | null
  /** How many tasks stand in its row: "step 3 of 7". */
  readonly steps: number | null
}

export interface PlacedEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly points: readonly Point[]
  /** Where a task dropped on this edge goes; null on a switch's edges to its cases. */
  readonly place: Place | null
  readonly plus: Point
}

export interface Layout {
  readonly direction: GraphDirection
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  /** Where the sheet begins; control's first column, or row, is at 0. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const START_ID = '__start'
export const END_ID = '__end'
