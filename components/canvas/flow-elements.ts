import { type Edge, type Node, Position } from '@xyflow/react'
import type { Layout, PlacedEdge, PlacedNode } from '@/components/graph/layout-types'
import { nodeLabel } from './node-label'

export type FlowNode = Node<{ node: PlacedNode }, PlacedNode['kind']>
export type FlowEdge = Edge<{ edge: PlacedEdge }, 'flow'>

const EDGE_LAYER = 100
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

export function flowEdges(layout: Layout, previous: readonly FlowEdge[]): FlowEdge[] {
  const known = new Map(previous.map((one) => [one.id, one]))
  return layout.edges.map((edge) => {
    const before = known.get(edge.id)
    return before?.data !== undefined && sameEdge(before.data.edge, edge) ? before : flowEdge(edge)
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
    // Given and never measured: the sizes are ours, and edges know their own points.
    measured: { width, height },
    handles: [
      { type: 'target', position: Position.Top, x: width / 2, y: 0, width: 1, height: 1 },
      { type: 'source', position: Position.Bottom, x: width / 2, y: height, width: 1, height: 1 },
    ],
    zIndex: node.kind === 'loop' ? node.depth : NODE_LAYER,
    focusable: node.kind !== 'merge',
    ariaRole: 'group',
    ariaLabel: nodeLabel(node),
    domAttributes: NOT_TABBABLE,
    data: { node },
  }
}

function flowEdge(edge: PlacedEdge): FlowEdge {
  const { id, source, target } = edge
  return { id, source, target, type: 'flow', zIndex: EDGE_LAYER, focusable: false, ariaRole: 'group', data: { edge } }
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
    a.caseKey === b.caseKey &&
    a.path?.join('/') === b.path?.join('/')
  )
}

function sameEdge(a: PlacedEdge, b: PlacedEdge): boolean {
  if (a.points.length !== b.points.length || a.place?.index !== b.place?.index) return false
  if (a.place?.list.join('/') !== b.place?.list.join('/')) return false
  return a.points.every((point, i) => point.x === b.points[i]?.x && point.y === b.points[i]?.y)
}
