import type { Actor } from '@/server/model/actor'
import type { ActionCall } from './action-call'

/** An editor wrote the handler: it may do in its namespace what an editor may. */
export function handlerActor({ message: { namespaceId }, handler: { name } }: ActionCall): Actor {
  const id = `event-handler:${name}`
  return { namespaceId, namespaceName: '', role: 'editor', via: 'operator', name: id, id }
}
