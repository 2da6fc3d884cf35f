import type { Client } from 'pg'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import type { WorkflowStatus } from '@/server/model/status'
import { rowsOf } from './run'

/** The last execution started with each idempotency key. Keys belong to one workflow name. */
const FIND_BY_KEY = {
  name: 'find-by-key',
  text: `
    select k.nth, e.id as "workflowId", e.status
    from unnest($1::int[], $2::text[], $3::text[]) with ordinality as k(namespace_id, name, idempotency_key, nth)
    cross join lateral (
      select id, status from executions e
      where e.namespace_id = k.namespace_id and e.name = k.name and e.idempotency_key = k.idempotency_key
      order by e.create_time desc limit 1
    ) e`,
}

export interface WorkflowKey {
  readonly namespaceId: NamespaceId
  readonly name: string
  readonly idempotencyKey: string
}

export interface KeyHolder {
  readonly workflowId: WorkflowId
  readonly status: WorkflowStatus
}

export async function findByKey(client: Client, keys: readonly WorkflowKey[]): Promise<(KeyHolder | undefined)[]> {
  const rows = await rowsOf<KeyHolder & { nth: number }>(client, FIND_BY_KEY, [
    keys.map((key) => key.namespaceId),
    keys.map((key) => key.name),
    keys.map((key) => key.idempotencyKey),
  ])
  const byNth = new Map(rows.map((row) => [row.nth, row]))
  return keys.map((_, i) => byNth.get(i + 1))
}
