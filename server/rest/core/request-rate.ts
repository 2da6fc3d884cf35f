import { AppError } from '@/server/model/errors'
import type { NamespaceId } from '@/server/model/ids'

/** How often a namespace may call: a bucket that holds ten minutes' worth and refills steadily. */
export interface RequestRate {
  spend(namespaceId: NamespaceId, routeName: string): void
}

/** A worker that was refused here would lose what it did: results are never counted. */
const RESULTS: ReadonlySet<string> = new Set(['updateTask', 'updateTaskV2', 'updateTaskByRef', 'updateTaskSync'])
const BURST = 10
const MINUTE_MS = 60_000

export function createRequestRate(perMinute: number | null, now: () => number = Date.now): RequestRate {
  if (perMinute === null) return { spend: () => undefined }
  const buckets = new Map<NamespaceId, { left: number; at: number }>()
  return {
    spend(namespaceId, routeName) {
      if (RESULTS.has(routeName)) return
      const at = now()
      const bucket = buckets.get(namespaceId) ?? { left: perMinute * BURST, at }
      const left = Math.min(perMinute * BURST, bucket.left + ((at - bucket.at) / MINUTE_MS) * perMinute)
      buckets.set(namespaceId, { left: Math.max(0, left - 1), at })
      if (left >= 1) return
      throw new AppError(
        'TOO_MANY_REQUESTS',
        `This namespace may make ${perMinute} requests per minute (limit workerRequestsPerMinute).`,
        { retryAfterSeconds: Math.ceil(((1 - left) / perMinute) * 60) },
      )
    },
  }
}
