import {
  type Block,
  type DynamicForkBlock,
  type ForkBlock,
  indexAfter,
  isOpen,
  type LoopBlock,
  type SwitchBlock,
} from './graph-model'
import * as size from './layout-sizes'
import type { Point } from './layout-types'
import type { Lane, MeasuredBlock, MeasuredSequence } from './measure'
import { addItem, addNode, centred, connect, type Exit, pushEdge, type Sheet, type Spot, trunk } from './sheet'

type Measured<B extends Block> = Omit<MeasuredBlock, 'block'> & { readonly block: B }

const CARD = { width: size.NODE_WIDTH, height: size.NODE_HEIGHT } as const

/** Draws a list of tasks downwards and answers with the edge that leaves it; null when control never does. */
export function placeSequence(sheet: Sheet, measured: MeasuredSequence, spot: Spot): Exit | null {
  const { sequence, blocks } = measured
  let { top, entry: exit } = spot
  for (const [i, block] of blocks.entries()) {
    const source = placeBlock(sheet, block, { ...spot, top, entry: exit })
    const end = { x: spot.axis, y: top + block.height }
    const place = { list: sequence.list, index: indexAfter(block.block) }
    // Whatever stands behind a TERMINATE stays connected: it must not float about.
    const leaves = isOpen(block.block) || i < blocks.length - 1 || sequence.list.length === 1
    exit = leaves ? { source, points: [end], place } : null
    top = end.y + size.STEP_GAP
  }
  return exit
}

/** Draws the block and answers with the node from which control leaves it. */
function placeBlock(sheet: Sheet, measured: MeasuredBlock, spot: Spot): string {
  const { block } = measured
  switch (block.kind) {
    case 'task':
      return addItem(sheet, block, { ...spot, ...CARD, kind: 'task' })
    case 'dynamic-fork':
      return placeDynamicFork(sheet, block, spot)
    case 'fork':
      return placeFork(sheet, { ...measured, block }, spot)
    case 'switch':
      return placeSwitch(sheet, { ...measured, block }, spot)
    case 'loop':
      return placeLoop(sheet, { ...measured, block }, spot)
  }
}

function placeDynamicFork(sheet: Sheet, block: DynamicForkBlock, spot: Spot): string {
  addItem(sheet, block, { ...spot, ...CARD, kind: 'stack' })
  if (block.join === null) return block.id
  const bottom = spot.top + size.NODE_HEIGHT + size.STACK_OFFSET
  const entry = { source: block.id, points: [{ x: spot.axis, y: bottom }], place: null }
  const bar = { width: size.NODE_WIDTH, height: size.BAR_HEIGHT, kind: 'join', owner: block.id } as const
  return addItem(sheet, block.join, { ...spot, ...bar, top: bottom + size.BRANCH_GAP, entry })
}

function placeFork(sheet: Sheet, measured: Measured<ForkBlock>, spot: Spot): string {
  const { block } = measured
  const bar = { width: measured.coreLeft + measured.right, height: size.BAR_HEIGHT }
  addItem(sheet, block, { ...spot, ...bar, kind: 'fork' })
  const y = spot.top + size.BAR_HEIGHT
  const bottom = spot.top + measured.height - size.BAR_HEIGHT
  const exits = measured.lanes.map((lane) => {
    const from = { x: spot.axis + lane.offset, y }
    return placeLane(sheet, lane, { source: block.id, from, top: y + size.BRANCH_GAP, depth: spot.depth })
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
  addItem(sheet, block, { ...spot, ...CARD, kind: 'task' })
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
  const { id, key } = block.cases[index] as SwitchBlock['cases'][number]
  const axis = spot.axis + lane.offset
  const card = { x: spot.axis, y: spot.top + size.NODE_HEIGHT }
  const pill = { axis, top: card.y + size.CASE_TOP, width: size.caseWidth(key ?? 'default'), height: size.CASE_HEIGHT }
  const { path, task } = block
  addNode(sheet, { id, kind: 'case', depth: spot.depth, path, task, owner: block.id, caseKey: key, ...centred(pill) })
  connect(sheet, { source: block.id, points: trunk(card, axis), place: null }, { id, x: axis, y: pill.top })
  const from = { x: axis, y: pill.top + size.CASE_HEIGHT }
  return placeLane(sheet, lane, { source: id, from, top: from.y + size.CASE_GAP, depth: spot.depth })
}

function placeLoop(sheet: Sheet, measured: Measured<LoopBlock>, spot: Spot): string {
  const { id, path, task } = measured.block
  const body = measured.lanes[0] as Lane
  const { left, right, height } = measured
  const frame = { x: spot.axis - left, y: spot.top, width: left + right, height }
  addNode(sheet, { id, kind: 'loop', depth: spot.depth, path, task, ...frame })
  if (spot.entry !== null) connect(sheet, spot.entry, { id, x: spot.axis, y: spot.top })
  const from = { x: spot.axis, y: spot.top + size.LOOP_HEADER }
  const exit = placeLane(sheet, body, { source: id, from, top: from.y + size.LOOP_ENTRY, depth: spot.depth + 1 })
  if (exit !== null) {
    const points = loopBack(exit.points[0] as Point, frame)
    pushEdge(sheet, { ...exit, id: `${exit.source}→${id}:again`, target: id, points })
  }
  return id
}

/** Down out of the body, along the frame's left side, and in again at the top. */
function loopBack(from: Point, frame: { x: number; y: number; height: number }): Point[] {
  const left = frame.x + size.LOOP_LEFT / 2
  const bottom = frame.y + frame.height - size.LOOP_EXIT + size.LOOP_TURN
  const top = frame.y + size.LOOP_HEADER + size.LOOP_ENTRY / 3
  return [from, { x: from.x, y: bottom }, { x: left, y: bottom }, { x: left, y: top }, { x: from.x, y: top }]
}

interface LaneSpot {
  readonly source: string
  readonly from: Point
  readonly top: number
  readonly depth: number
}

function placeLane(sheet: Sheet, lane: Lane, { source, from, top, depth }: LaneSpot): Exit | null {
  const entry = { source, points: [from], place: { list: lane.sequence.list, index: 0 } }
  return placeSequence(sheet, lane, { axis: from.x, top, depth, entry })
}

function placeMerge(sheet: Sheet, owner: string, { axis, top, depth }: Spot): string {
  const id = `${owner}/merge`
  addNode(sheet, { id, kind: 'merge', depth, owner, ...centred({ axis, top, width: 2, height: 0 }) })
  return id
}
