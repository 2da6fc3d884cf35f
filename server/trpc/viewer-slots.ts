import { AppError } from '@/server/model/errors'
import type { NamespaceId } from '@/server/model/ids'

/** How many live streams each namespace holds in this process. */
export interface ViewerSlots {
  /** Returns how to give the slot back; refuses when all are taken. */
  take(namespaceId: NamespaceId, limit: number | null): () => void
}

const RETRY_AFTER_SECONDS = 10

export function createViewerSlots(): ViewerSlots {
  const taken = new Map<NamespaceId, number>()
  return {
    take(namespaceId, limit) {
      const count = taken.get(namespaceId) ?? 0
      if (limit !== null && count >= limit)
        throw new AppError('TOO_MANY_REQUESTS', `This namespace may have ${limit} live viewers (limit liveViewers).`, {
          retryAfterSeconds: RETRY_AFTER_SECONDS,
        })
      taken.set(namespaceId, count + 1)
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        const left = (taken.get(namespaceId) ?? 1) - 1
        if (left > 0) taken.set(namespaceId, left)
        else taken.delete(namespaceId)
      }
    },
  }
}
