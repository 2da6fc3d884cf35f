import type { NamespaceId } from '@/server/model/ids'
import type { App } from '@/server/operations/app'
import { claimMessages, type EventMessage, keepMessages } from '@/server/queue/claim-messages'

const PATIENCE_MS = 30_000
const MOST_IN_HAND = 100
const MOST_PER_NAMESPACE = 20

/** Messages that this server is handling, by id. */
export type MessagesInHand = ReadonlyMap<string, NamespaceId>

/** More to handle, as long as there are hands: whoever is slow keeps only its own namespace waiting. */
export async function takeMessages(app: App, inHand: MessagesInHand): Promise<EventMessage[]> {
  if (inHand.size >= MOST_IN_HAND) return []
  const busy = Map.groupBy(inHand.values(), (namespaceId) => namespaceId)
  const except = [...busy].filter(([, held]) => held.length >= MOST_PER_NAMESPACE).map(([namespaceId]) => namespaceId)
  const request = { leaseMs: PATIENCE_MS, perNamespace: MOST_PER_NAMESPACE, except }
  return claimMessages(app.store.queue.link, request)
}

export async function keepTaken(app: App, inHand: MessagesInHand): Promise<void> {
  if (inHand.size > 0) await keepMessages(app.store.queue.link, [...inHand.keys()], PATIENCE_MS)
}
