/**
 * Sets of small whole numbers, never changed in place. They are kept in pieces that are shared until they differ: a
 * definition of ten thousand tasks needs thousands of sets that are nearly the same.
 */
export type Bits = readonly Uint32Array[]

const WORDS = 32
const PIECE = WORDS * 32
const EMPTY = new Uint32Array(WORDS)

export function noBits(size: number): Bits {
  return Array.from({ length: Math.ceil(size / PIECE) }, () => EMPTY)
}

export function emptyLike(bits: Bits): Bits {
  return bits.map(() => EMPTY)
}

export function hasBit(bits: Bits, at: number): boolean {
  const word = bits[Math.floor(at / PIECE)]?.[(at % PIECE) >>> 5] ?? 0
  return ((word >>> (at & 31)) & 1) === 1
}

export function withBit(bits: Bits, at: number): Bits {
  return withRange(bits, at, at + 1)
}

/** All from `from` up to and without `to`. */
export function withRange(bits: Bits, from: number, to: number): Bits {
  const next = bits.slice()
  for (let start = from; start < to; start = (Math.floor(start / PIECE) + 1) * PIECE) {
    const piece = Math.floor(start / PIECE)
    const words = (next[piece] ?? EMPTY).slice()
    const end = Math.min(to, (piece + 1) * PIECE)
    for (let at = start; at < end; at++) {
      const word = (at % PIECE) >>> 5
      words[word] = (words[word] ?? 0) | (1 << (at & 31))
    }
    next[piece] = words
  }
  return next
}

export function union(a: Bits, b: Bits): Bits {
  return combine(a, b, (x, y) => {
    if (x === y || y === EMPTY) return x
    return x === EMPTY ? y : x.map((word, i) => word | (y[i] ?? 0))
  })
}

export function intersection(a: Bits, b: Bits): Bits {
  return combine(a, b, (x, y) => {
    if (x === y) return x
    return x === EMPTY || y === EMPTY ? EMPTY : x.map((word, i) => word & (y[i] ?? 0))
  })
}

export function difference(a: Bits, b: Bits): Bits {
  return combine(a, b, (x, y) => {
    if (x === y || x === EMPTY) return EMPTY
    return y === EMPTY ? x : x.map((word, i) => word & ~(y[i] ?? 0))
  })
}

function combine(a: Bits, b: Bits, piece: (x: Uint32Array, y: Uint32Array) => Uint32Array): Bits {
  return a === b ? a.map((one) => piece(one, one)) : a.map((one, i) => piece(one, b[i] ?? EMPTY))
}
