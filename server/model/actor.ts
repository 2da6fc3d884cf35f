import { AppError } from './errors'
import type { NamespaceId } from './ids'

/** Who acts, and in which namespace. Made only from a credential (session cookie, token, access key), never from a request's text. */
export const ROLES = ['viewer', 'editor', 'owner'] as const
export type Role = (typeof ROLES)[number]

export interface Actor {
  readonly namespaceId: NamespaceId
  readonly namespaceName: string
  readonly role: Role
  readonly via: 'session' | 'token' | 'access-key' | 'open-namespace' | 'operator'
  /** Shown as createdBy and in the audit log: an e-mail, `guest-…`, or `app:<credential id>`. */
  readonly name: string
  /** The user's or the credential's id. */
  readonly id: string
}

/** Every operation that changes something begins with this. */
export function requireRole(actor: Actor, role: Role): void {
  if (ROLES.indexOf(actor.role) >= ROLES.indexOf(role)) return
  throw new AppError(
    'FORBIDDEN',
    `This needs the role ${role} in the namespace ${actor.namespaceName}; you have the role ${actor.role}.`,
  )
}
