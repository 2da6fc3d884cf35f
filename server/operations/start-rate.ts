import { AppError } from '@/server/model/errors'
import type { NamespaceId } from '@/server/model/ids'
import type { Quotas } from '@/server/model/limits'

/** How fast a namespace may start workflows: a bucket of `startBurst` that refills with `startsPerSecond`. */
export interface StartRate {
  spend(namespaceId: NamespaceId): void
}

export function createStartRate(
  { startsPerSecond, startBurst }: Quotas,
  now: () => number = () => performance.now(),
): StartRate {
  const buckets = new Map<NamespaceId, { tokens: number; at: number }>()
  if (startsPerSecond === null) return { spend: () => undefined }
  const burst = startBurst ?? startsPerSecond

  return {
    spend(namespaceId) {
      const at = now()
      const bucket = buckets.get(namespaceId) ?? { tokens: burst, at }
      const tokens = Math.min(burst, bucket.tokens + ((at - bucket.at) / 1000) * startsPerSecond)
      if (tokens < 1)
        throw new AppError(
          'TOO_MANY_REQUESTS',
          `This namespace may start ${startsPerSecond} workflows per second, ${burst} at once (limits startsPerSecond and startBurst).`,
          { retryAfterSeconds: Math.ceil((1 - tokens) / startsPerSecond) },
        )
      buckets.set(namespaceId, { tokens: tokens - 1, at })
    },
  }
}
