import type { Actor, Role } from '@/server/model/actor'
import { asNamespaceId } from '@/server/model/ids'
import type { Database } from '@/server/platform/database'

/** The user that a JWT was made for, as a member of its namespace; null when they are none, or it is suspended. */
export async function findMember(
  db: Pick<Database, 'pool'>,
  userId: string,
  namespaceId: number,
): Promise<Actor | null> {
  const { rows } = await db.pool.query<{ name: string; role: Role; namespaceName: string }>(
    `select coalesce(u.email, u.name, u.id) as name, m.role, n.name as "namespaceName"
     from memberships m join users u on u.id = m.user_id join namespaces n on n.id = m.namespace_id
     where m.user_id = $1 and m.namespace_id = $2 and n.suspended_at is null
       and (u.expires_at is null or u.expires_at > now())`,
    [userId, namespaceId],
  )
  const [row] = rows
  return row ? { ...row, namespaceId: asNamespaceId(namespaceId), via: 'session', id: userId } : null
}
