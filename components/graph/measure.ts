import type { Block, Sequence, SwitchBlock, SwitchCase } from './graph-model'
import type { Metrics } from './layout-metrics'

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

export function measureSequence(sequence: Sequence, m: Metrics): MeasuredSequence {
  const blocks = sequence.blocks.map((block) => measureBlock(block, m))
  const gaps = m.stepGap * Math.max(0, blocks.length - 1)
  const reach = { left: m.emptyLane, right: m.emptyLane, coreLeft: m.emptyLane, height: gaps }
  for (const { left, right, coreLeft, height } of blocks) {
    reach.left = Math.max(reach.left, left)
    reach.right = Math.max(reach.right, right)
    reach.coreLeft = Math.max(reach.coreLeft, coreLeft)
    reach.height += height
  }
  return { sequence, blocks, ...reach }
}

function measureBlock(block: Block, m: Metrics): MeasuredBlock {
  const bodies = (sequences: readonly Sequence[]) => sequences.map((one) => measureSequence(one, m))
  switch (block.kind) {
    case 'task':
      return { block, lanes: [], ...card(m) }
    case 'folded':
      return { block, lanes: [], ...folded(m) }
    case 'dynamic-fork':
      return { block, lanes: [], ...measureDynamicFork(block.join !== null, m) }
    case 'fork':
      return measureFork(block, row(bodies(block.branches), m), m)
    case 'switch': {
      const lanes = block.cases.map((one) => widened(measureSequence(one.body, m), caseBox(one, m).across))
      return measureSwitch(block, row(lanes, m), m)
    }
    case 'loop':
    case 'sub':
      return measureFrame(block, measureSequence(block.body, m), m)
  }
}

function card({ node }: Metrics): Extent {
  const half = node.across / 2
  return { left: half, right: half, coreLeft: half, height: node.along }
}

function folded(m: Metrics): Extent {
  const half = m.node.across / 2
  return { left: half, right: half + m.stackOffset, coreLeft: half, height: m.node.along + m.stackOffset }
}

function measureDynamicFork(hasJoin: boolean, m: Metrics): Extent {
  const half = m.node.across / 2
  const height = m.node.along + m.stackOffset
  const join = hasJoin ? m.branchGap + m.bar : 0
  const left = half + (hasJoin ? m.barLabel : 0)
  return { left, right: half + m.stackOffset, coreLeft: half, height: height + join }
}

function measureFork(block: Block, { lanes, half, label, height }: Row, m: Metrics): MeasuredBlock {
  const around = 2 * (m.bar + m.branchGap)
  const core = Math.max(half, m.node.across / 2)
  const left = core + Math.max(label, m.barLabel)
  return { block, lanes, left, right: core, coreLeft: core, height: height + around }
}

function measureSwitch(block: SwitchBlock, { lanes, half, label, height }: Row, m: Metrics): MeasuredBlock {
  const core = Math.max(half, m.node.across / 2)
  const top = m.node.along + m.caseTop + caseAlong(block, m) + m.caseGap
  return { block, lanes, left: core + label, right: core, coreLeft: core, height: top + height + m.mergeGap }
}

export function caseBox({ key }: SwitchCase, m: Metrics) {
  return m.caseBox(key ?? 'default')
}

/** The pills of one switch stand in a row, so the longest makes the room. */
export function caseAlong({ cases }: SwitchBlock, m: Metrics): number {
  return cases.reduce((longest, one) => Math.max(longest, caseBox(one, m).along), 0)
}

function measureFrame(block: Block, body: MeasuredSequence, m: Metrics): MeasuredBlock {
  const { frame } = m
  const left = body.left + frame.left
  const right = Math.max(body.right + frame.right, frame.minAcross - left)
  const height = Math.max(frame.before + body.height + frame.after, frame.minAlong)
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

function row(sequences: readonly MeasuredSequence[], m: Metrics): Row {
  const first = sequences[0]
  if (first === undefined) return { lanes: [], half: 0, label: 0, height: 0 }
  const label = first.left - first.coreLeft
  let x = -label
  let height = 0
  const starts = sequences.map((sequence) => {
    const axis = x + sequence.left
    x = axis + sequence.right + m.laneGap
    height = Math.max(height, sequence.height)
    return axis
  })
  // Whole pixels: the canvas compares sizes with what the browser measures.
  const half = Math.ceil((x - m.laneGap) / 2)
  const lanes = sequences.map((sequence, i) => ({ ...sequence, offset: (starts[i] as number) - half }))
  return { lanes, half, label, height }
}

function widened(lane: MeasuredSequence, across: number): MeasuredSequence {
  const half = across / 2
  return {
    ...lane,
    left: Math.max(lane.left, half),
    right: Math.max(lane.right, half),
    coreLeft: Math.max(lane.coreLeft, half),
  }
}
