/** The measures of the graph in pixels at 100 %. */
export const NODE_WIDTH = 224
export const NODE_HEIGHT = 52
export const STACK_OFFSET = 8
export const BAR_HEIGHT = 4
export const PILL_HEIGHT = 24
export const CASE_HEIGHT = 22
export const LOOP_HEADER = 28

export const STEP_GAP = 44
export const END_GAP = 28
export const LANE_GAP = 36
export const BRANCH_GAP = 36
/** Room at the left of a fork's bar for "fork · 2" and "join · both". */
export const BAR_LABEL = 76
export const CASE_TRUNK = 16
export const CASE_TOP = 30
export const CASE_GAP = 24
export const MERGE_GAP = 28
export const LOOP_ENTRY = 32
export const LOOP_EXIT = 40
/** How far below the body the line turns back. */
export const LOOP_TURN = 24
export const LOOP_LEFT = 40
export const LOOP_RIGHT = 24
export const LOOP_MIN_WIDTH = 304
export const EMPTY_LANE = 32

export const START_WIDTH = 50
export const END_WIDTH = 44

const CASE_CHARACTER = 6.6

/** Text is not measured in the browser, so that the layout is the same everywhere. */
export function caseWidth(label: string): number {
  return 2 * Math.round(Math.min(180, Math.max(36, label.length * CASE_CHARACTER + 20)) / 2)
}
