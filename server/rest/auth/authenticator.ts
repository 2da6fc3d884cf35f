import { type FoundCredential, findAccessKey, findToken, touchCredential } from '@/server/auth/find-credential'
import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Database } from '@/server/platform/database'
import { createTokenSigner, invalidToken, type TokenSigner, type TokenSubject } from './access-token'
import { createActorCache } from './actor-cache'
import { createFailureThrottle } from './failure-throttle'
import { findMember } from './find-member'
import { openActor } from './open-actor'

/**
 * Turns what a request presents into an actor. Answers are kept for a short while, so that the hot path asks no
 * database; revoking a credential or removing a member takes effect within that time.
 */
export interface Authenticator {
  readonly isOpen: boolean
  /** `presented` is the bare token, or null when the request has none. */
  authenticate(presented: string | null): Promise<Actor>
  exchange(key: PresentedKey): Promise<string>
  signFor(subject: TokenSubject, lifetimeMs: number): Promise<string>
}

export interface PresentedKey {
  readonly keyId: string
  readonly keySecret: string
  readonly address: string
  /** Milliseconds; negative: as long as possible. Null: the usual. */
  readonly lifetimeMs: number | null
}

export interface AuthenticatorSettings {
  readonly db: Db
  readonly secret: string
  readonly openNamespace: string | null
}

type Db = Pick<Database, 'pool'>

const USUAL_LIFETIME_MS = 2 * 3_600_000
const LONGEST_LIFETIME_MS = 30 * 24 * 3_600_000
const WRONG_SECRETS_PER_MINUTE = 20

export function createAuthenticator({ db, secret, openNamespace }: AuthenticatorSettings): Authenticator {
  const signer = createTokenSigner(secret)
  const kept = createActorCache()
  const wrongSecrets = createFailureThrottle(WRONG_SECRETS_PER_MINUTE)
  let open: Promise<Actor> | null = null

  return {
    isOpen: openNamespace !== null,
    async authenticate(presented) {
      if (openNamespace !== null) {
        open ??= openActor(db, openNamespace).catch((error: unknown) => {
          open = null
          throw error
        })
        return open
      }
      if (presented === null) throw missingToken()
      const known = kept.get(presented)
      if (known) return known
      const { actor, expiresAt } = await resolve(db, signer, presented)
      kept.set(presented, actor, expiresAt)
      return actor
    },
    async exchange({ keyId, keySecret, address, lifetimeMs }) {
      const throttled = `${keyId} ${address}`
      wrongSecrets.check(throttled)
      const found = await findAccessKey(db.pool, keyId, keySecret)
      if (!found) {
        wrongSecrets.fail(throttled)
        throw new AppError('UNAUTHENTICATED', 'The key id or its secret is wrong, or the key was revoked.')
      }
      const { id, namespaceId } = (await admit(db, found)).actor
      return signer.sign({ kind: 'credential', id, namespaceId }, lifetimeOf(lifetimeMs))
    },
    signFor: (subject, lifetimeMs) => signer.sign(subject, lifetimeMs),
  }
}

interface Resolved {
  readonly actor: Actor
  readonly expiresAt: number
}

async function resolve(db: Db, signer: TokenSigner, presented: string): Promise<Resolved> {
  if (presented.startsWith('cpt_')) {
    const { actor } = await admit(db, await findToken(db.pool, presented))
    return { actor, expiresAt: Number.POSITIVE_INFINITY }
  }
  const { subject, expiresAt } = await signer.verify(presented)
  const actor = await actorOf(db, subject)
  if (actor.namespaceId !== subject.namespaceId) throw invalidToken()
  return { actor, expiresAt }
}

async function actorOf(db: Db, { kind, id, namespaceId }: TokenSubject): Promise<Actor> {
  if (kind === 'credential') return (await admit(db, await findAccessKey(db.pool, id))).actor
  const member = await findMember(db, id, namespaceId)
  if (!member) throw invalidToken()
  return member
}

async function admit(db: Db, found: FoundCredential | null): Promise<FoundCredential> {
  if (!found) throw invalidToken()
  if (found.isSuspended) throw suspended(found.actor.namespaceName)
  await touchCredential(db.pool, found.id)
  return found
}

function lifetimeOf(wanted: number | null): number {
  if (wanted === null) return USUAL_LIFETIME_MS
  return wanted < 0 ? LONGEST_LIFETIME_MS : Math.min(wanted, LONGEST_LIFETIME_MS)
}

function missingToken(): AppError {
  return new AppError('UNAUTHENTICATED', 'Send a namespace token, or a token from POST /api/token, as X-Authorization.')
}

function suspended(namespaceName: string): AppError {
  return new AppError('FORBIDDEN', `The namespace ${namespaceName} is suspended by the operator.`)
}
