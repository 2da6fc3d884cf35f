import { createHmac } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import { AppError } from '@/server/model/errors'

/** JWTs of the worker API. They name who they were made for; what that one may do is looked up when they are used. */
export interface TokenSubject {
  readonly kind: 'credential' | 'user'
  readonly id: string
  readonly namespaceId: number
}

export interface VerifiedToken {
  readonly subject: TokenSubject
  /** Epoch milliseconds. */
  readonly expiresAt: number
}

export interface TokenSigner {
  sign(subject: TokenSubject, lifetimeMs: number): Promise<string>
  verify(token: string): Promise<VerifiedToken>
}

const ISSUER = 'conductor-playground'
const AUDIENCE = 'conductor-api'

export function createTokenSigner(secret: string): TokenSigner {
  // Derived, so that nothing signed elsewhere with the same secret is ever accepted here.
  const key = createHmac('sha256', secret).update(AUDIENCE).digest()
  return {
    sign: ({ kind, id, namespaceId }, lifetimeMs) =>
      new SignJWT({ kind, ns: namespaceId })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(id)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(new Date(Date.now() + lifetimeMs))
        .sign(key),
    async verify(token) {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['HS256'],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'exp'],
      }).catch((error: unknown) => {
        throw error instanceof errors.JWTExpired
          ? new AppError('EXPIRED_TOKEN', 'The token has expired; ask POST /api/token for a new one.')
          : invalidToken()
      })
      const { sub, exp, kind, ns } = payload
      if (sub === undefined || exp === undefined || typeof ns !== 'number') throw invalidToken()
      if (kind !== 'credential' && kind !== 'user') throw invalidToken()
      return { subject: { kind, id: sub, namespaceId: ns }, expiresAt: exp * 1000 }
    },
  }
}

export function invalidToken(): AppError {
  return new AppError('UNAUTHENTICATED', 'The token is not valid: it is unknown, was revoked or was changed.')
}
