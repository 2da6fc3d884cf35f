import type { PerformOutcome } from '@/server/engine/event'
import { callHttp } from '@/server/executors/http-task'
import { refused } from '@/server/executors/outbound-error'
import type { OutboundGuard, OutboundRequest, OutboundResponse } from '@/server/executors/outbound-guard'
import { createTargetRate } from '@/server/executors/target-rate'
import { createTurns } from '@/server/executors/turns'
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
  const inTurn = createTurns(concurrentPerNamespace)
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
