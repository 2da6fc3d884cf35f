import type { Node } from '@xyflow/react'
import type { Layout, PlacedEdge, PlacedNode } from '@/components/graph/layout-types'
import { nodeLabel } from './node-label'

export type FlowNode = Node<{ node: PlacedNode }, PlacedNode['kind']>

const NODE_LAYER = 200
const NOT_TABBABLE = { tabIndex: -1 }

/** xyflow's nodes. One that did not change keeps its identity, so that xyflow and React skip it. */
export function flowNodes(layout: Layout, previous: readonly FlowNode[]): FlowNode[] {
  const known = new Map(previous.map((one) => [one.id, one]))
  return layout.nodes.map((node) => {
    const before = known.get(node.id)
    return before !== undefined && sameNode(before.data.node, node) ? before : flowNode(node)
  })
}

/** The lines; xyflow does not know them, but one that did not change keeps its identity all the same. */
export function keepEdges(layout: Layout, previous: readonly PlacedEdge[]): PlacedEdge[] {
  const known = new Map(previous.map((one) => [one.id, one]))
  return layout.edges.map((edge) => {
    const before = known.get(edge.id)
    return before !== undefined && sameEdge(before, edge) ? before : edge
  })
}

function flowNode(node: PlacedNode): FlowNode {
  const { width, height } = node
  return {
    id: node.id,
    type: node.kind,
    position: { x: node.x, y: node.y },
    width,
    height,
    // Given and never measured: the sizes are ours, and the lines are drawn beside xyflow.
    measured: { width, height },
    handles: [],
    zIndex: node.kind === 'loop' || node.kind === 'sub' ? node.depth : NODE_LAYER,
    focusable: node.kind !== 'merge',
    ariaRole: 'group',
    ariaLabel: nodeLabel(node),
    domAttributes: NOT_TABBABLE,
    data: { node },
  }
}

function sameNode(a: PlacedNode, b: PlacedNode): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.width === b.width &&
    a.height === b.height &&
    a.task === b.task &&
    a.kind === b.kind &&
    a.depth === b.depth &&
    a.owner === b.owner &&
    a.caseKey === b.caseKey &&
    a.inside === b.inside &&
    samePath(a.path, b.path)
  )
}

function sameEdge(a: PlacedEdge, b: PlacedEdge): boolean {
  if (a.points.length !== b.points.length || a.place?.index !== b.place?.index) return false
  if (!samePath(a.place?.list ?? null, b.place?.list ?? null)) return false
  return a.points.every((point, i) => point.x === b.points[i]?.x && point.y === b.points[i]?.y)
}

function samePath(a: PlacedNode['path'], b: PlacedNode['path']): boolean {
  if (a === b) return true
  return a !== null && b !== null && a.length === b.length && a.every((step, i) => step === b[i])
}
