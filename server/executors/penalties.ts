/** Who misbehaved lately. */
export interface Penalties {
  readonly give: (namespaceId: string) => void
  readonly has: (namespaceId: string) => boolean
}

const PENALTY_MS = 60_000

export function createPenalties(now: () => number = () => performance.now()): Penalties {
  const until = new Map<string, number>()
  return {
    give: (namespaceId) => {
      for (const [id, end] of until) if (end < now()) until.delete(id)
      until.set(namespaceId, now() + PENALTY_MS)
    },
    has: (namespaceId) => (until.get(namespaceId) ?? 0) >= now(),
  }
}
