import type { Block, Sequence } from './graph-model'
import * as size from './layout-sizes'

/**
 * How far a box reaches from its axis, the column through which control enters and leaves.
 * `coreLeft` leaves out the labels beside fork bars, which need room but do not count when a row is centred.
 */
export interface Extent {
  readonly left: number
  readonly right: number
  readonly coreLeft: number
  readonly height: number
}

export interface MeasuredSequence extends Extent {
  readonly sequence: Sequence
  readonly blocks: readonly MeasuredBlock[]
}

export interface MeasuredBlock extends Extent {
  readonly block: Block
  readonly lanes: readonly Lane[]
}

/** `offset` is the lane's axis relative to the axis of its block. */
export interface Lane extends MeasuredSequence {
  readonly offset: number
}

const HALF_NODE = size.NODE_WIDTH / 2
const NODE: Extent = { left: HALF_NODE, right: HALF_NODE, coreLeft: HALF_NODE, height: size.NODE_HEIGHT }

export function measureSequence(sequence: Sequence): MeasuredSequence {
  const blocks = sequence.blocks.map(measureBlock)
  const gaps = size.STEP_GAP * Math.max(0, blocks.length - 1)
  return {
    sequence,
    blocks,
    left: Math.max(size.EMPTY_LANE, ...blocks.map((block) => block.left)),
    right: Math.max(size.EMPTY_LANE, ...blocks.map((block) => block.right)),
    coreLeft: Math.max(size.EMPTY_LANE, ...blocks.map((block) => block.coreLeft)),
    height: blocks.reduce((sum, block) => sum + block.height, gaps),
  }
}

function measureBlock(block: Block): MeasuredBlock {
  switch (block.kind) {
    case 'task':
      return { block, lanes: [], ...NODE }
    case 'dynamic-fork':
      return { block, lanes: [], ...measureDynamicFork(block.join !== null) }
    case 'fork':
      return measureFork(block, row(block.branches.map(measureSequence)))
    case 'switch':
      return measureSwitch(
        block,
        row(block.cases.map((one) => widened(measureSequence(one.body), one.key ?? 'default'))),
      )
    case 'loop':
      return measureLoop(block, measureSequence(block.body))
  }
}

function measureDynamicFork(hasJoin: boolean): Extent {
  const height = size.NODE_HEIGHT + size.STACK_OFFSET
  const join = hasJoin ? size.BRANCH_GAP + size.BAR_HEIGHT : 0
  const left = HALF_NODE + (hasJoin ? size.BAR_LABEL : 0)
  return { left, right: HALF_NODE + size.STACK_OFFSET, coreLeft: HALF_NODE, height: height + join }
}

function measureFork(block: Block, { lanes, half, label, height }: Row): MeasuredBlock {
  const around = 2 * (size.BAR_HEIGHT + size.BRANCH_GAP)
  const core = Math.max(half, HALF_NODE)
  return {
    block,
    lanes,
    left: core + Math.max(label, size.BAR_LABEL),
    right: core,
    coreLeft: core,
    height: height + around,
  }
}

function measureSwitch(block: Block, { lanes, half, label, height }: Row): MeasuredBlock {
  const core = Math.max(half, HALF_NODE)
  const top = size.NODE_HEIGHT + size.CASE_TOP + size.CASE_HEIGHT + size.CASE_GAP
  return { block, lanes, left: core + label, right: core, coreLeft: core, height: top + height + size.MERGE_GAP }
}

function measureLoop(block: Block, body: MeasuredSequence): MeasuredBlock {
  const left = body.left + size.LOOP_LEFT
  const right = Math.max(body.right + size.LOOP_RIGHT, size.LOOP_MIN_WIDTH - left)
  const height = size.LOOP_HEADER + size.LOOP_ENTRY + body.height + size.LOOP_EXIT
  return { block, lanes: [{ ...body, offset: 0 }], left, right, coreLeft: left, height }
}

interface Row {
  readonly lanes: readonly Lane[]
  /** Half the width without labels: the row is centred on its axis. */
  readonly half: number
  /** How far a label of the first lane stands out at the left. */
  readonly label: number
  readonly height: number
}

function row(sequences: readonly MeasuredSequence[]): Row {
  const first = sequences[0]
  if (first === undefined) return { lanes: [], half: 0, label: 0, height: 0 }
  const label = first.left - first.coreLeft
  let x = -label
  const starts = sequences.map((sequence) => {
    const axis = x + sequence.left
    x = axis + sequence.right + size.LANE_GAP
    return axis
  })
  // Whole pixels: the canvas compares sizes with what the browser measures.
  const half = Math.ceil((x - size.LANE_GAP) / 2)
  const lanes = sequences.map((sequence, i) => ({ ...sequence, offset: (starts[i] as number) - half }))
  return { lanes, half, label, height: Math.max(...sequences.map((sequence) => sequence.height)) }
}

function widened(lane: MeasuredSequence, label: string): MeasuredSequence {
  const half = size.caseWidth(label) / 2
  return {
    ...lane,
    left: Math.max(lane.left, half),
    right: Math.max(lane.right, half),
    coreLeft: Math.max(lane.coreLeft, half),
  }
}
