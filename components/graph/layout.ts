import type { GraphModel } from './graph-model'
import * as size from './layout-sizes'
import { END_ID, type Layout, START_ID } from './layout-types'
import { measureSequence } from './measure'
import { placeSequence } from './place'
import { addNode, centred, connect, type Sheet } from './sheet'

/**
 * Recursive box layout: a sequence is a stack, a fork or switch a row, a loop a frame. Two passes, each linear:
 * measure from the inside out, place from the outside in. Deterministic, and lanes never share a column,
 * so nothing overlaps or crosses. The axis is at 0: what is added beside it moves nothing above.
 */
export function layout(model: GraphModel): Layout {
  const root = measureSequence(model.root)
  const axis = 0
  const sheet: Sheet = { nodes: [], edges: [] }
  const start = { axis, top: 0, width: size.START_WIDTH, height: size.PILL_HEIGHT }
  addNode(sheet, { id: START_ID, kind: 'start', ...centred(start) })
  const top = size.PILL_HEIGHT + size.END_GAP
  const points = [{ x: axis, y: size.PILL_HEIGHT }]
  const entry = { source: START_ID, points, place: { list: ['tasks'], index: 0 } }
  const exit = placeSequence(sheet, root, { axis, top, depth: 0, entry })
  const bottom = top + root.height + size.END_GAP
  addNode(sheet, { id: END_ID, kind: 'end', ...centred({ ...start, top: bottom, width: size.END_WIDTH }) })
  if (exit !== null) connect(sheet, exit, { id: END_ID, x: axis, y: bottom })
  return { ...sheet, left: -root.left, width: root.left + root.right, height: bottom + size.PILL_HEIGHT }
}
