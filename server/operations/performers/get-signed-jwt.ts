import { createPrivateKey, type KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'
import { AppError } from '@/server/model/errors'
import type { Json, JsonObject } from '@/server/model/json'
import type { Performer } from './performer'

const ALGORITHMS: readonly string[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
]
const DEFAULT_TTL_SECONDS = 300
const MAX_TTL_SECONDS = 86_400

/** The claims of a service account, signed with its private key: what token endpoints of cloud services exchange. */
export const performGetSignedJwt: Performer = async (app, { input }) => {
  const algorithm = textOf(input.algorithm) ?? 'RS256'
  if (!ALGORITHMS.includes(algorithm)) {
    throw new AppError(
      'BAD_REQUEST',
      `The algorithm ${algorithm} is not supported; these are: ${ALGORITHMS.join(', ')}.`,
    )
  }
  const key = readKey(textOf(input.privateKey) ?? '')
  const issuedAt = Math.floor(app.clock.now() / 1000)
  const scopes = listOf(input.scopes ?? input.scope ?? null)
  const token = new SignJWT(scopes.length > 0 ? { scope: scopes.join(' ') } : {})
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...named('kid', textOf(input.privateKeyId)) })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ttlOf(input.ttlInSecond))
  const { issuer, subject, audience } = claimsOf(input)
  if (issuer !== null) token.setIssuer(issuer)
  if (subject !== null) token.setSubject(subject)
  if (audience.length > 0) token.setAudience(audience.length === 1 ? String(audience[0]) : [...audience])
  try {
    return { status: 'completed', output: { result: await token.sign(key) } }
  } catch (error) {
    throw new AppError('BAD_REQUEST', `The private key does not fit the algorithm ${algorithm}.`, { cause: error })
  }
}

/** Its text is never repeated. Secrets are often kept on one line, with `\n` written out. */
function readKey(pem: string): KeyObject {
  try {
    return createPrivateKey(pem.replaceAll('\\n', '\n'))
  } catch (cause) {
    throw new AppError('BAD_REQUEST', 'privateKey is not a private key in PEM form (PKCS #8).', { cause })
  }
}

function claimsOf(input: JsonObject) {
  return { issuer: textOf(input.issuer), subject: textOf(input.subject), audience: listOf(input.audience ?? null) }
}

function ttlOf(given: Json | undefined): number {
  const seconds = Number(given ?? DEFAULT_TTL_SECONDS)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(MAX_TTL_SECONDS, Math.floor(seconds)) : DEFAULT_TTL_SECONDS
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

function listOf(value: Json): readonly string[] {
  return (Array.isArray(value) ? (value as readonly Json[]) : [value]).flatMap((item) => textOf(item) ?? [])
}

function named(name: string, value: string | null): Record<string, string> {
  return value === null ? {} : { [name]: value }
}
