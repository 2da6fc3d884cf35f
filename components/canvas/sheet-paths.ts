import { edgePath } from '@/components/graph/edge-path'
import type { EdgeState } from '@/components/graph/edge-state'
import type { Layout, PlacedEdge, PlacedNode } from '@/components/graph/layout-types'
import { STATUS_LOOK } from '@/components/ui/status'
import type { CanvasState } from './canvas-state'
import { stateColor } from './node-decoration'

export interface SheetPath {
  readonly kind: 'box' | 'bar' | 'pill' | 'frame' | 'selected' | 'line' | 'line-taken' | 'line-not-taken'
  /** Of a status; null: as the theme draws it. */
  readonly color: string | null
  readonly d: string
}

/** So many pieces in one path: what is far from the eye is left out of the painting as a whole. */
const PIECES = 64

type Seen = Pick<CanvasState, 'decorations' | 'edges' | 'problems' | 'selected'>

/** Everything on the sheet as a few plain shapes, in the order in which they lie on each other. */
export function sheetPaths(layout: Layout, seen: Seen): SheetPath[] {
  const frames = layout.nodes.filter((node) => node.kind === 'loop' || node.kind === 'sub')
  const others = layout.nodes.filter((node) => node.kind !== 'loop' && node.kind !== 'sub' && node.kind !== 'merge')
  const selected = layout.nodes.filter((node) => node.id === seen.selected)
  return [
    ...gathered(frames, (node) => ({ kind: 'frame', color: null, d: box(node, 10) })),
    ...gathered(layout.edges, (edge) => line(edge, seen.edges.get(edge.id))),
    ...gathered(others, (node) => ({
      kind: shapeOf(node),
      color: seen.problems[node.id]?.severity === 'error' ? PROBLEM : stateColor(seen.decorations[node.id], node.task),
      d: box(node, RADIUS[shapeOf(node)]),
    })),
    ...gathered(selected, (node) => ({ kind: 'selected', color: null, d: box(node, 8) })),
  ]
}

const PROBLEM = 'var(--status-failed)'

const RADIUS = { box: 8, bar: 2, pill: 99 } as const

function shapeOf({ kind }: PlacedNode): keyof typeof RADIUS {
  if (kind === 'fork' || kind === 'join') return 'bar'
  return kind === 'start' || kind === 'end' || kind === 'case' ? 'pill' : 'box'
}

function line({ points }: PlacedEdge, state: EdgeState | undefined): SheetPath {
  const d = edgePath(points)
  if (state?.kind === 'taken') return { kind: 'line-taken', color: STATUS_LOOK[state.status].color, d }
  return { kind: state?.kind === 'not-taken' ? 'line-not-taken' : 'line', color: null, d }
}

function box({ x, y, width, height }: PlacedNode, most: number): string {
  const r = Math.min(most, width / 2, height / 2)
  const [across, along] = [width - 2 * r, height - 2 * r]
  const corner = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`
  return `M${x + r} ${y}h${across}${corner(r, r)}v${along}${corner(-r, r)}h${-across}${corner(-r, -r)}v${-along}${corner(r, -r)}z`
}

function gathered<T>(things: readonly T[], pathOf: (thing: T) => SheetPath): SheetPath[] {
  const groups = new Map<string, { first: SheetPath; parts: string[] }>()
  things.forEach((thing, i) => {
    const path = pathOf(thing)
    const key = `${Math.floor(i / PIECES)} ${path.kind} ${path.color}`
    const group = groups.get(key)
    if (group) group.parts.push(path.d)
    else groups.set(key, { first: path, parts: [path.d] })
  })
  return [...groups.values()].map(({ first, parts }) => ({ ...first, d: parts.join('') }))
}
