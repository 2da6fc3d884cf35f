import type { Client } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import { rowsOf } from './run'

/** What the executions of a namespace take: a counter that moves with the rows it counts. */
const READ_STORED_BYTES = {
  name: 'read-stored-bytes',
  text: `
    select namespace_id as "namespaceId", amount::float8 as bytes from usage_counters
    where namespace_id = any($1::int[]) and kind = 'storedBytes' and period = 'all'`,
}

/** In namespace order, as everybody who counts. */
const SPEND_BYTES = {
  name: 'spend-bytes',
  text: `
    insert into usage_counters (namespace_id, kind, period, amount)
    select namespace_id, 'storedBytes', 'all', greatest(0, amount)
    from unnest($1::int[], $2::int8[]) as u(namespace_id, amount) order by 1
    on conflict (namespace_id, kind, period)
    do update set amount = greatest(0, usage_counters.amount + ($3::int8[])[array_position($1::int[], usage_counters.namespace_id)])`,
}

export async function readStoredBytes(
  client: Client,
  namespaces: readonly NamespaceId[],
): Promise<Map<NamespaceId, number>> {
  const rows = await rowsOf<{ namespaceId: NamespaceId; bytes: number }>(client, READ_STORED_BYTES, [namespaces])
  return new Map(rows.map(({ namespaceId, bytes }) => [namespaceId, bytes]))
}

export const spendBytes = (client: Client, spent: readonly (readonly [NamespaceId, number])[]): Promise<unknown> => {
  const amounts = spent.map(([, amount]) => Math.round(amount))
  return rowsOf(client, SPEND_BYTES, [spent.map(([id]) => id), amounts, amounts])
}
