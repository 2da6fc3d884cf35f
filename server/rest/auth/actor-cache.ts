import type { Actor } from '@/server/model/actor'

const KEPT_MS = 30_000
const MAX_KEPT = 10_000

export interface ActorCache {
  get(presented: string): Actor | null
  /** `expiresAt` in epoch milliseconds: an actor is never kept longer than its token is valid. */
  set(presented: string, actor: Actor, expiresAt: number): void
}

/** Who presented what, for half a minute: a revoked credential is forgotten that soon. */
export function createActorCache(now: () => number = Date.now): ActorCache {
  const entries = new Map<string, { readonly actor: Actor; readonly until: number }>()
  return {
    get(presented) {
      const entry = entries.get(presented)
      return entry && entry.until > now() ? entry.actor : null
    },
    set(presented, actor, expiresAt) {
      const [oldest] = entries.keys()
      if (entries.size >= MAX_KEPT && oldest !== undefined) entries.delete(oldest)
      entries.delete(presented)
      entries.set(presented, { actor, until: Math.min(expiresAt, now() + KEPT_MS) })
    },
  }
}
