import type { PerformOutcome } from '@/server/engine/event'
import { callHttp } from '@/server/executors/http-task'
import { refused } from '@/server/executors/outbound-error'
import type { OutboundGuard, OutboundRequest, OutboundResponse } from '@/server/executors/outbound-guard'
import { createTargetRate } from '@/server/executors/target-rate'
import type { NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'

/** HTTP tasks through the guard, so many at a time for each namespace; the others wait their turn. */
export interface HttpCalls {
  call(namespaceId: NamespaceId, input: JsonObject): Promise<PerformOutcome>
  /** Any other request of a task; rejects with an `OutboundError`. */
  send(namespaceId: NamespaceId, request: OutboundRequest): Promise<OutboundResponse>
}

export interface HttpShare {
  readonly concurrentPerNamespace: number
  /** For each namespace and host; null: no limit. */
  readonly perMinutePerHost: number | null
}

export function createHttpCalls(
  guard: OutboundGuard,
  { concurrentPerNamespace, perMinutePerHost }: HttpShare,
): HttpCalls {
  const rate = createTargetRate(perMinutePerHost)
  const busy = new Map<NamespaceId, number>()
  const waiting = new Map<NamespaceId, (() => void)[]>()

  const enter = async (namespaceId: NamespaceId): Promise<void> => {
    const calls = busy.get(namespaceId) ?? 0
    if (calls < concurrentPerNamespace) {
      busy.set(namespaceId, calls + 1)
      return
    }
    const queue = waiting.get(namespaceId) ?? []
    waiting.set(namespaceId, queue)
    // Whoever leaves hands its place over.
    await new Promise<void>((resolve) => queue.push(resolve))
  }

  const leave = (namespaceId: NamespaceId): void => {
    const queue = waiting.get(namespaceId)
    const next = queue?.shift()
    if (queue?.length === 0) waiting.delete(namespaceId)
    if (next) {
      next()
      return
    }
    const calls = (busy.get(namespaceId) ?? 1) - 1
    if (calls === 0) busy.delete(namespaceId)
    else busy.set(namespaceId, calls)
  }

  const inTurn = async <T>(namespaceId: NamespaceId, work: () => Promise<T>): Promise<T> => {
    await enter(namespaceId)
    try {
      return await work()
    } finally {
      leave(namespaceId)
    }
  }
  const admits = (namespaceId: NamespaceId) => (host: string) => rate.admit(`${namespaceId} ${host}`)

  return {
    call: (namespaceId, input) => inTurn(namespaceId, () => callHttp(input, guard, admits(namespaceId))),
    send: (namespaceId, request) =>
      inTurn(namespaceId, () => {
        const host = URL.parse(request.url)?.host ?? ''
        if (admits(namespaceId)(host)) return guard.send(request)
        throw refused(`too many requests to ${host} within a minute (limit httpPerMinutePerHost)`)
      }),
  }
}
