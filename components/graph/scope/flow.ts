import { type Bits, intersection, noBits, union, withBit } from './bits'

/** What is known about the other tasks at one moment of a run, whichever way the run came there. */
export interface Flow {
  /** Have ended on every way. */
  readonly passed: Bits
  /** Have ended on some way, and are not under way now. */
  readonly may: Bits
  /** Stand in branches that nobody has waited for: not begun, under way or ended. */
  readonly parallel: Bits
  /** Will have ended, on every way, when nothing is under way any more. */
  readonly coming: Bits
  /** Control does not go on from here: the workflow has ended. */
  readonly ended: boolean
  /** A branch that nobody waited for ends the workflow: it never comes to rest. */
  readonly doomed: boolean
}

export function start(size: number): Flow {
  const none = noBits(size)
  return { passed: none, may: none, parallel: none, coming: none, ended: false, doomed: false }
}

export function after(flow: Flow, index: number): Flow {
  return { ...flow, passed: withBit(flow.passed, index), may: withBit(flow.may, index) }
}

/** Where several ways meet again. Ways that end the workflow do not arrive. */
export function meet(ways: readonly Flow[]): Flow {
  const open = ways.filter((way) => !way.ended)
  const arriving = open.length > 0 ? open : ways
  return arriving.reduce((a, b) => ({
    passed: intersection(a.passed, b.passed),
    may: union(a.may, b.may),
    parallel: union(a.parallel, b.parallel),
    coming: intersection(union(a.passed, a.coming), union(b.passed, b.coming)),
    ended: a.ended && b.ended,
    doomed: a.doomed && b.doomed,
  }))
}
