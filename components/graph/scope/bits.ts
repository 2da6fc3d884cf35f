/** Sets of small whole numbers, never changed in place: a definition of ten thousand tasks needs thousands of them. */
export type Bits = Uint32Array

export function noBits(size: number): Bits {
  return new Uint32Array(Math.ceil(size / 32))
}

export function emptyLike(bits: Bits): Bits {
  return new Uint32Array(bits.length)
}

export function hasBit(bits: Bits, at: number): boolean {
  return (((bits[at >>> 5] ?? 0) >>> (at & 31)) & 1) === 1
}

export function withBit(bits: Bits, at: number): Bits {
  const next = bits.slice()
  next[at >>> 5] = (next[at >>> 5] ?? 0) | (1 << (at & 31))
  return next
}

/** All from `from` up to and without `to`. */
export function withRange(bits: Bits, from: number, to: number): Bits {
  const next = bits.slice()
  for (let at = from; at < to; at++) next[at >>> 5] = (next[at >>> 5] ?? 0) | (1 << (at & 31))
  return next
}

export function union(a: Bits, b: Bits): Bits {
  return a === b ? a : a.map((word, i) => word | (b[i] ?? 0))
}

export function intersection(a: Bits, b: Bits): Bits {
  return a === b ? a : a.map((word, i) => word & (b[i] ?? 0))
}

export function difference(a: Bits, b: Bits): Bits {
  return a.map((word, i) => word & ~(b[i] ?? 0))
}
