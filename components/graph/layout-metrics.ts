import type { GraphDirection } from '@/server/model/graph-look'

/**
 * The measures of the graph in pixels at 100 %. *Along* is the way control flows, *across* the way branches stand
 * beside each other: the layout computes downwards, and a graph that runs to the right is turned at the very end.
 */
export interface Metrics {
  readonly node: Box
  readonly stackOffset: number
  readonly bar: number
  readonly start: Box
  readonly end: Box
  readonly stepGap: number
  readonly endGap: number
  readonly laneGap: number
  readonly branchGap: number
  /** Room beside a fork's bar for "fork · 2" and "join · both". */
  readonly barLabel: number
  readonly caseBox: (label: string) => Box
  readonly caseTrunk: number
  readonly caseTop: number
  readonly caseGap: number
  readonly mergeGap: number
  readonly frame: FrameMetrics
  readonly emptyLane: number
}

interface Box {
  readonly across: number
  readonly along: number
}

/** Of a loop or an open sub-workflow: a frame around a body, its header always at the top. */
interface FrameMetrics {
  /** The header's share of `before`: lines begin behind it. */
  readonly header: number
  readonly before: number
  readonly after: number
  /** Before the axis: at the left, or at the top; a loop's way back runs there. */
  readonly left: number
  readonly right: number
  /** How far behind the body the way back turns, before the body it returns, and how far inside the frame's edge it runs. */
  readonly turn: number
  readonly again: number
  readonly lane: number
  readonly minAcross: number
  readonly minAlong: number
}

const LOOP_HEADER = 28

const CASE_CHARACTER = 6.6

/** Text is not measured in the browser, so that the layout is the same everywhere. */
function caseWidth(label: string): number {
  return 2 * Math.round(Math.min(180, Math.max(36, label.length * CASE_CHARACTER + 20)) / 2)
}

const DOWN: Metrics = {
  node: { across: 224, along: 52 },
  stackOffset: 8,
  bar: 4,
  start: { across: 50, along: 24 },
  end: { across: 44, along: 24 },
  stepGap: 44,
  endGap: 28,
  laneGap: 36,
  branchGap: 36,
  barLabel: 76,
  caseBox: (label) => ({ across: caseWidth(label), along: 22 }),
  caseTrunk: 16,
  caseTop: 30,
  caseGap: 24,
  mergeGap: 28,
  frame: {
    header: LOOP_HEADER,
    before: LOOP_HEADER + 32,
    after: 40,
    left: 40,
    right: 24,
    turn: 24,
    again: LOOP_HEADER + 11,
    lane: 20,
    minAcross: 304,
    minAlong: 0,
  },
  emptyLane: 32,
}

const RIGHT: Metrics = {
  ...DOWN,
  node: { across: 52, along: 224 },
  start: { across: 24, along: 50 },
  end: { across: 24, along: 44 },
  laneGap: 28,
  barLabel: 24,
  caseBox: (label) => ({ across: 22, along: caseWidth(label) }),
  frame: {
    header: 0,
    before: 44,
    after: 44,
    left: LOOP_HEADER + 32,
    right: 24,
    turn: 22,
    again: 18,
    lane: LOOP_HEADER + 14,
    minAcross: 0,
    minAlong: 304,
  },
  emptyLane: 20,
}

export function metricsOf(direction: GraphDirection): Metrics {
  return direction === 'right' ? RIGHT : DOWN
}
