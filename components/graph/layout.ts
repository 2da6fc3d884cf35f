import type { GraphDirection } from '@/server/model/graph-look'
import type { GraphModel } from './graph-model'
import { metricsOf } from './layout-metrics'
import { END_ID, type Layout, type PlacedEdge, type Point, START_ID } from './layout-types'
import { measureSequence } from './measure'
import { placeSequence } from './place'
import { addNode, centred, connect, type Sheet } from './sheet'

/**
 * Recursive box layout: a sequence is a stack, a fork or switch a row, a loop a frame. Two passes, each linear:
 * measure from the inside out, place from the outside in. Deterministic, and lanes never share a column,
 * so nothing overlaps or crosses. The axis is at 0: what is added beside it moves nothing above.
 */
export function layout(model: GraphModel, direction: GraphDirection = 'down'): Layout {
  const metrics = metricsOf(direction)
  const { start, end, endGap } = metrics
  const root = measureSequence(model.root, metrics)
  const axis = 0
  const sheet: Sheet = { metrics, nodes: [], edges: [] }
  const box = { axis, top: 0, width: start.across, height: start.along }
  addNode(sheet, { id: START_ID, kind: 'start', ...centred(box) })
  const top = start.along + endGap
  const points = [{ x: axis, y: start.along }]
  const entry = { source: START_ID, points, place: { list: ['tasks'], index: 0 } }
  const exit = placeSequence(sheet, root, { axis, top, depth: 0, entry, foreign: false, steps: 0 })
  const bottom = top + root.height + endGap
  addNode(sheet, {
    id: END_ID,
    kind: 'end',
    ...centred({ axis, top: bottom, width: end.across, height: end.along }),
  })
  if (exit !== null) connect(sheet, exit, { id: END_ID, x: axis, y: bottom })
  const size = { left: -root.left, top: 0, width: root.left + root.right, height: bottom + end.along }
  const drawn = { direction, nodes: sheet.nodes, edges: sheet.edges, ...size }
  return direction === 'down' ? drawn : turned(drawn)
}

/** Down becomes right, right becomes down: what did not cross before does not cross then. */
function turned({ nodes, edges, left, top, width, height, direction }: Layout): Layout {
  return {
    direction,
    nodes: nodes.map((node) => ({ ...node, ...flip(node), width: node.height, height: node.width })),
    edges: edges.map((edge): PlacedEdge => ({ ...edge, points: edge.points.map(flip), plus: flip(edge.plus) })),
    left: top,
    top: left,
    width: height,
    height: width,
  }
}

function flip({ x, y }: Point): Point {
  return { x: y, y: x }
}
