import type { GraphTask, JsonPath, Place } from './definition'

export interface Point {
  readonly x: number
  readonly y: number
}

export type NodeKind = 'start' | 'end' | 'task' | 'stack' | 'fork' | 'join' | 'case' | 'loop' | 'merge'

export interface PlacedNode {
  readonly id: string
  readonly kind: NodeKind
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** How many loop frames are around it: frames are drawn outside in. */
  readonly depth: number
  readonly path: JsonPath | null
  readonly task: GraphTask | null
  /** For a case: its switch and key. For a join: its fork. */
  readonly owner: string | null
  readonly caseKey: string | null
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
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly PlacedEdge[]
  /** Where the sheet begins; the axis is at 0. */
  readonly left: number
  readonly width: number
  readonly height: number
}

export const START_ID = '__start'
export const END_ID = '__end'
