import { randomFillSync } from 'node:crypto'

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
