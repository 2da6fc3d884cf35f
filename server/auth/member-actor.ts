import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Session } from './read-session'

/**
 * The signed-in user as a member of the namespace the page shows. The wish is only a name: it counts for nothing
 * unless it is among the memberships, and a name that is not among them never falls back to another namespace.
 */
export function memberActor({ user, memberships }: Session, wanted: string | null): Actor {
  const membership = wanted === null ? memberships[0] : memberships.find((each) => each.namespaceName === wanted)
  if (membership === undefined) {
    throw new AppError(
      'FORBIDDEN',
      wanted === null ? 'You have no namespace yet.' : `You are no member of a namespace ${wanted}.`,
    )
  }
  if (membership.isSuspended) {
    throw new AppError('FORBIDDEN', `The namespace ${membership.namespaceName} is suspended by the operator.`)
  }
  return {
    namespaceId: membership.namespaceId,
    namespaceName: membership.namespaceName,
    role: membership.role,
    via: 'session',
    name: user.email ?? user.name,
    id: user.id,
  }
}
