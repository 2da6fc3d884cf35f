import {
  type Block,
  type DynamicForkBlock,
  type FoldedBlock,
  type ForkBlock,
  indexAfter,
  isOpen,
  type LoopBlock,
  type SubBlock,
  type SwitchBlock,
} from './graph-model'
import type { Metrics } from './layout-metrics'
import type { Point } from './layout-types'
import { caseAlong, caseBox, type Lane, type MeasuredBlock, type MeasuredSequence } from './measure'
import { addItem, addNode, centred, connect, type Exit, pushEdge, type Sheet, type Spot, trunk } from './sheet'

type Measured<B extends Block> = Omit<MeasuredBlock, 'block'> & { readonly block: B }

function card({ metrics: { node } }: Sheet) {
  return { width: node.across, height: node.along }
}

/** Draws a list of tasks downwards and answers with the edge that leaves it; null when control never does. */
export function placeSequence(sheet: Sheet, measured: MeasuredSequence, spot: Spot): Exit | null {
  const { sequence, blocks } = measured
  let { top, entry: exit } = spot
  for (const [i, block] of blocks.entries()) {
    const source = placeBlock(sheet, block, { ...spot, top, entry: exit, steps: sequence.length })
    const end = { x: spot.axis, y: top + block.height }
    const place = spot.foreign ? null : { list: sequence.list, index: indexAfter(block.block) }
    // Whatever stands behind a TERMINATE stays connected: it must not float about.
    const leaves = isOpen(block.block) || i < blocks.length - 1 || sequence.list.length === 1
    exit = leaves ? { source, points: [end], place } : null
    top = end.y + sheet.metrics.stepGap
  }
  return exit
}

/** Draws the block and answers with the node from which control leaves it. */
function placeBlock(sheet: Sheet, measured: MeasuredBlock, spot: Spot): string {
  const { block } = measured
  switch (block.kind) {
    case 'task':
      return addItem(sheet, block, { ...spot, ...card(sheet), kind: 'task' })
    case 'folded':
      return placeFolded(sheet, block, spot)
    case 'dynamic-fork':
      return placeDynamicFork(sheet, block, spot)
    case 'fork':
      return placeFork(sheet, { ...measured, block }, spot)
    case 'switch':
      return placeSwitch(sheet, { ...measured, block }, spot)
    case 'loop':
    case 'sub':
      return placeFrame(sheet, { ...measured, block }, spot)
  }
}

function placeFolded(sheet: Sheet, { inside, ...block }: FoldedBlock, spot: Spot): string {
  return addItem(sheet, block, { ...spot, ...card(sheet), kind: 'folded', inside })
}

function placeDynamicFork(sheet: Sheet, block: DynamicForkBlock, spot: Spot): string {
  const { node, stackOffset, bar, branchGap } = sheet.metrics
  addItem(sheet, block, { ...spot, ...card(sheet), kind: 'stack' })
  if (block.join === null) return block.id
  const bottom = spot.top + node.along + stackOffset
  const entry = { source: block.id, points: [{ x: spot.axis, y: bottom }], place: null }
  const box = { width: node.across, height: bar, kind: 'join', owner: block.id } as const
  return addItem(sheet, block.join, { ...spot, ...box, top: bottom + branchGap, entry })
}

function placeFork(sheet: Sheet, measured: Measured<ForkBlock>, spot: Spot): string {
  const { block } = measured
  const { bar: thickness, branchGap } = sheet.metrics
  const bar = { width: measured.coreLeft + measured.right, height: thickness }
  addItem(sheet, block, { ...spot, ...bar, kind: 'fork' })
  const y = spot.top + thickness
  const bottom = spot.top + measured.height - thickness
  const exits = measured.lanes.map((lane) => {
    const from = { x: spot.axis + lane.offset, y }
    return placeLane(sheet, lane, { ...spot, source: block.id, from, top: y + branchGap })
  })
  const end = { ...spot, top: bottom, entry: null }
  const { join } = block
  const id = join
    ? addItem(sheet, join, { ...end, ...bar, kind: 'join', owner: block.id })
    : placeMerge(sheet, block.id, end)
  for (const [i, exit] of exits.entries()) {
    const x = join ? spot.axis + (measured.lanes[i] as Lane).offset : spot.axis
    if (exit !== null) connect(sheet, exit, { id, x, y: bottom })
  }
  return id
}

function placeSwitch(sheet: Sheet, measured: Measured<SwitchBlock>, spot: Spot): string {
  const { block } = measured
  addItem(sheet, block, { ...spot, ...card(sheet), kind: 'task' })
  const exits = measured.lanes.map((lane, i) => placeCase(sheet, { block, index: i, lane }, spot))
  if (!isOpen(block)) return block.id
  const bottom = spot.top + measured.height
  const id = placeMerge(sheet, block.id, { ...spot, top: bottom })
  for (const exit of exits) {
    if (exit !== null) connect(sheet, exit, { id, x: spot.axis, y: bottom })
  }
  return id
}

function placeCase(sheet: Sheet, what: { block: SwitchBlock; index: number; lane: Lane }, spot: Spot): Exit | null {
  const { block, index, lane } = what
  const { metrics } = sheet
  const one = block.cases[index] as SwitchBlock['cases'][number]
  const { id, key } = one
  const axis = spot.axis + lane.offset
  const exit = { x: spot.axis, y: spot.top + metrics.node.along }
  const box = caseBox(one, metrics)
  const pill = { axis, top: exit.y + metrics.caseTop, width: box.across, height: box.along }
  const { task } = block
  const path = spot.foreign ? null : block.path
  addNode(sheet, { id, kind: 'case', depth: spot.depth, path, task, owner: block.id, caseKey: key, ...centred(pill) })
  const points = trunk(exit, axis, metrics)
  connect(sheet, { source: block.id, points, place: null }, { id, x: axis, y: pill.top })
  const top = pill.top + caseAlong(block, metrics) + metrics.caseGap
  return placeLane(sheet, lane, { ...spot, source: id, from: { x: axis, y: pill.top + box.along }, top })
}

function placeFrame(sheet: Sheet, measured: Measured<LoopBlock | SubBlock>, spot: Spot): string {
  const { id, path, task, kind } = measured.block
  const body = measured.lanes[0] as Lane
  const { left, right, height } = measured
  const frame = { x: spot.axis - left, y: spot.top, width: left + right, height }
  const { depth, steps } = spot
  addNode(sheet, { id, kind, depth, steps, path: spot.foreign ? null : path, task, ...frame })
  if (spot.entry !== null) connect(sheet, spot.entry, { id, x: spot.axis, y: spot.top })
  const { before, header } = sheet.metrics.frame
  const from = { x: spot.axis, y: spot.top + header }
  const inner = { ...spot, depth: spot.depth + 1, foreign: spot.foreign || kind === 'sub' }
  const exit = placeLane(sheet, body, { ...inner, source: id, from, top: spot.top + before })
  if (exit === null) return id
  if (kind === 'loop') {
    const points = wayBack(exit.points[0] as Point, frame, sheet.metrics)
    pushEdge(sheet, { ...exit, id: `${exit.source}→${id}:again`, target: id, points })
  } else {
    const points = [exit.points[0] as Point, { x: spot.axis, y: frame.y + height }]
    pushEdge(sheet, { ...exit, id: `${exit.source}→${id}:out`, target: id, points })
  }
  return id
}

/** Out of the body, back along the frame's side, and in again. */
function wayBack(from: Point, frame: { x: number; y: number; height: number }, { frame: m }: Metrics): Point[] {
  const left = frame.x + m.lane
  const bottom = frame.y + frame.height - m.after + m.turn
  const top = frame.y + m.again
  return [from, { x: from.x, y: bottom }, { x: left, y: bottom }, { x: left, y: top }, { x: from.x, y: top }]
}

type LaneSpot = Omit<Spot, 'axis' | 'entry'> & { readonly source: string; readonly from: Point }

function placeLane(sheet: Sheet, lane: Lane, { source, from, ...spot }: LaneSpot): Exit | null {
  const place = spot.foreign ? null : { list: lane.sequence.list, index: 0 }
  return placeSequence(sheet, lane, { ...spot, axis: from.x, entry: { source, points: [from], place } })
}

function placeMerge(sheet: Sheet, owner: string, { axis, top, depth }: Spot): string {
  const id = `${owner}/merge`
  addNode(sheet, { id, kind: 'merge', depth, owner, ...centred({ axis, top, width: 2, height: 0 }) })
  return id
}
