import type { JsonPath, Place } from './definition'
import type { GraphItem } from './graph-model'
import type { Metrics } from './layout-metrics'
import type { NodeKind, PlacedEdge, PlacedNode, Point } from './layout-types'

/** What has been drawn so far, as if control flowed downwards. */
export interface Sheet {
  readonly metrics: Metrics
  readonly nodes: PlacedNode[]
  readonly edges: PlacedEdge[]
}

/** An edge that has left its source and waits for the next node. */
export interface Exit {
  readonly source: string
  readonly points: readonly Point[]
  readonly place: Place | null
}

/** Where a box goes: its axis is the column through which control enters and leaves. */
export interface Spot {
  readonly axis: number
  readonly top: number
  readonly depth: number
  readonly entry: Exit | null
  /** Inside a sub-workflow: what is drawn belongs to another definition. */
  readonly foreign: boolean
  /** How many tasks stand in the list that is being drawn. */
  readonly steps: number
}

interface Box {
  readonly axis: number
  readonly top: number
  readonly width: number
  readonly height: number
}

const CORNER = 8

export function centred({ axis, top, width, height }: Box) {
  return { x: axis - width / 2, y: top, width, height }
}

type NewNode = Pick<PlacedNode, 'id' | 'kind' | 'x' | 'y' | 'width' | 'height'> & {
  [K in 'depth' | 'task' | 'owner' | 'caseKey' | 'inside' | 'steps']?: PlacedNode[K] | undefined
} & { path?: JsonPath | null }

export function addNode(sheet: Sheet, node: NewNode): void {
  sheet.nodes.push({
    ...node,
    depth: node.depth ?? 0,
    path: node.path ?? null,
    task: node.task ?? null,
    owner: node.owner ?? null,
    caseKey: node.caseKey ?? null,
    inside: node.inside ?? null,
    steps: node.steps ?? null,
  })
}

type ItemSpot = Spot & Box & { readonly kind: NodeKind; readonly owner?: string; readonly inside?: number }

export function addItem(sheet: Sheet, item: GraphItem, spot: ItemSpot): string {
  const { id, task } = item
  const { kind, depth, owner, inside, steps, entry } = spot
  const path = spot.foreign ? null : item.path
  addNode(sheet, { id, path, task, kind, depth, owner, inside, steps, ...centred(spot) })
  if (entry !== null) connect(sheet, entry, { id, x: spot.axis, y: spot.top })
  return id
}

export function connect(sheet: Sheet, exit: Exit, target: Point & { readonly id: string }): void {
  const last = exit.points.at(-1) as Point
  const end = { x: target.x, y: target.y }
  // Only a merge lies beside the lane: turn a corner's radius above it, so that the lanes round into one line.
  const turn = [
    { x: last.x, y: end.y - CORNER },
    { x: end.x, y: end.y - CORNER },
  ]
  const points = last.x === end.x ? [...exit.points, end] : [...exit.points, ...turn, end]
  pushEdge(sheet, { ...exit, id: `${exit.source}→${target.id}`, target: target.id, points })
}

export function pushEdge(sheet: Sheet, edge: Omit<PlacedEdge, 'plus'>): void {
  sheet.edges.push({ ...edge, plus: plusPoint(edge.points, sheet.metrics) })
}

/** From a switch's card down, across, and to the top of a case's pill. */
export function trunk(card: Point, axis: number, { caseTrunk }: Metrics): Point[] {
  const y = card.y + caseTrunk
  return axis === card.x ? [card] : [card, { x: card.x, y }, { x: axis, y }]
}

/** On the first stretch, near the source: there a lane belongs to one list only. */
function plusPoint(points: readonly Point[], { stepGap }: Metrics): Point {
  const [from, to] = points as [Point, Point]
  return { x: from.x, y: from.y + Math.min(stepGap / 2, Math.max(0, to.y - from.y) / 2) }
}
