import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

const SECRET_BYTES = 32
const KEY_ID_BYTES = 12

/** A token of a namespace: 256 random bits behind a prefix that secret scanners can find. */
export function newToken(): string {
  return `cpt_${randomBytes(SECRET_BYTES).toString('base64url')}`
}

export function newKeyId(): string {
  return `cpk_${randomBytes(KEY_ID_BYTES).toString('base64url')}`
}

export function newKeySecret(): string {
  return `cps_${randomBytes(SECRET_BYTES).toString('base64url')}`
}

/** A plain hash is enough: nobody can guess 256 random bits. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

export function isSameHash(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
