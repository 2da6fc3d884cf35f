import type { PoolClient } from 'pg'
import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'

export interface Place {
  /** Null: as many as somebody likes. */
  readonly limit: number | null
  /** Counts what is there besides the row to be written; its first parameter is the namespace. */
  readonly count: string
  readonly params: readonly unknown[]
  readonly refusal: (limit: number) => string
}

/** Counted under a lock of the namespace's row, so that racing requests cannot exceed a limit together. */
export async function requirePlace(client: PoolClient, actor: Actor, place: Place): Promise<void> {
  const { limit, count, params, refusal } = place
  if (limit === null) return
  await client.query('select from namespaces where id = $1 for update', [actor.namespaceId])
  const { rows } = await client.query<{ count: number }>(count, [actor.namespaceId, ...params])
  if ((rows[0]?.count ?? 0) >= limit) throw new AppError('QUOTA_EXCEEDED', refusal(limit))
}
