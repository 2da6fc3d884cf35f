import type { Actor } from '@/server/model/actor'
import { asNamespaceId } from '@/server/model/ids'
import type { Database } from '@/server/platform/database'

/** The operator lets everybody act in one namespace (PLAYGROUND_OPEN_NAMESPACE); it is made when it does not exist. */
export async function openActor({ pool }: Pick<Database, 'pool'>, namespaceName: string): Promise<Actor> {
  await pool.query('insert into namespaces (name) values ($1) on conflict (name) do nothing', [namespaceName])
  const { rows } = await pool.query<{ id: number }>('select id from namespaces where name = $1', [namespaceName])
  const [row] = rows
  if (!row) throw new Error(`The namespace ${namespaceName} could not be made.`)
  return {
    namespaceId: asNamespaceId(row.id),
    namespaceName,
    role: 'editor',
    via: 'open-namespace',
    name: 'anonymous',
    id: 'anonymous',
  }
}
