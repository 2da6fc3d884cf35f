import { AppError } from './errors'
import type { NamespaceId } from './ids'

/** Who acts, and in which namespace. Made only from a credential (session cookie, token, access key), never from a request's text. */
export const ROLES = ['viewer', 'editor', 'owner'] as const
export type Role = (typeof ROLES)[number]

/** A worker's key takes and answers tasks, and is refused everything else. */
export const KEY_ROLES = ['worker', ...ROLES] as const
export type KeyRole = (typeof KEY_ROLES)[number]

export interface Actor {
  readonly namespaceId: NamespaceId
  readonly namespaceName: string
  readonly role: KeyRole
  readonly via: 'session' | 'token' | 'access-key' | 'open-namespace' | 'operator'
  /** Shown as createdBy and in the audit log: an e-mail, `guest-…`, or `app:<credential id>`. */
  readonly name: string
  /** The user's or the credential's id. */
  readonly id: string
}

/** Every operation that changes something begins with this. */
export function requireRole(actor: Actor, role: Role): void {
  if (actor.role !== 'worker' && isAtLeast(actor.role, role)) return
  throw new AppError(
    'FORBIDDEN',
    `This needs the role ${role} in the namespace ${actor.namespaceName}; you have the role ${actor.role}.`,
  )
}

/** Taking and answering tasks: for workers, and for whoever may change things. */
export function requireWorker(actor: Actor): void {
  if (actor.role !== 'worker') requireRole(actor, 'editor')
}

/** Whether somebody with this role has all the rights of such a key. */
export function mayGive(role: Role, key: KeyRole): boolean {
  return isAtLeast(role, key === 'worker' ? 'editor' : key)
}

function isAtLeast(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(other)
}
