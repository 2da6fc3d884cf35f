import { asNamespaceId, type NamespaceId } from '@/server/model/ids'

/** A queue of one namespace as a map key and as a hint between replicas. */
export type QueueKey = string

export const queueKey = (namespaceId: NamespaceId, queue: string): QueueKey => `${namespaceId} ${queue}`

export function splitQueueKey(key: QueueKey): { namespaceId: NamespaceId; queue: string } {
  const space = key.indexOf(' ')
  return { namespaceId: asNamespaceId(Number(key.slice(0, space))), queue: key.slice(space + 1) }
}
