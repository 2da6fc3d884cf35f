import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto'

/** Signatures of webhooks: computed over the body as it came, compared in constant time. */
export function hmac(secret: string, text: string, encoding: 'hex' | 'base64' = 'hex'): string {
  return createHmac('sha256', secret).update(text).digest(encoding)
}

export function sameText(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** An HMAC-SHA256 as hex or base64, with or without `sha256=` before it. */
export function isHmacOf(given: string, secret: string, text: string): boolean {
  const bare = given.trim().replace(/^sha256=/i, '')
  const isHex = sameText(bare.toLowerCase(), hmac(secret, text))
  return sameText(bare, hmac(secret, text, 'base64')) || isHex
}

/** SendGrid signs with ECDSA; its key is published as base64 without PEM's frame. */
export function isEcdsaOf(signature: string, publicKey: string, text: string): boolean {
  try {
    const pem = publicKey.includes('BEGIN')
      ? publicKey
      : `-----BEGIN PUBLIC KEY-----\n${publicKey.trim()}\n-----END PUBLIC KEY-----`
    return verify('sha256', Buffer.from(text), createPublicKey(pem), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

const TOLERANCE_SECONDS = 300

/** What was recorded earlier is not believed later. */
export function isRecent(timestamp: string, nowMs: number): boolean {
  const seconds = Number(timestamp)
  return timestamp !== '' && Number.isFinite(seconds) && Math.abs(nowMs / 1000 - seconds) <= TOLERANCE_SECONDS
}
