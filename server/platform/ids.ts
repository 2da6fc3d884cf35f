import { createHash, randomFillSync } from 'node:crypto'

/**
 * UUIDv7 (RFC 9562): the time first, so that indexes grow at one end. Ids of one process strictly increase, because
 * the 12 bits after the time count within a millisecond and carry into it when they are spent.
 */
const COUNTER_LIMIT = 0x1000
const POOL_BYTES = 8_192
const pool = Buffer.allocUnsafe(POOL_BYTES)
let used = POOL_BYTES
let lastMs = 0
let counter = 0

export function newId(): string {
  advance()
  const time = lastMs.toString(16).padStart(12, '0')
  const random = randomBytes8()
  // The two highest bits say "RFC variant".
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  const tail = random.toString('hex')
  const count = (0x7000 | counter).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-${count}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

function advance(): void {
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    counter = 0
    return
  }
  counter += 1
  if (counter === COUNTER_LIMIT) {
    lastMs += 1
    counter = 0
  }
}

function randomBytes8(): Buffer {
  if (used + 8 > POOL_BYTES) {
    randomFillSync(pool)
    used = 0
  }
  used += 8
  return pool.subarray(used - 8, used)
}

/** Always the same id for the same words (UUIDv8): for what may be tried twice and must come about once. */
export function idFrom(...words: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(JSON.stringify(words)).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
