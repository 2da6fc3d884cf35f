import type { Client } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import { rowsOf } from './run'

export interface SnapshotRow {
  readonly namespaceId: NamespaceId
  readonly hash: string
  readonly body: string
}

/** In key order: two batches that write the same new snapshots must not wait for each other in a circle. */
const INSERT_SNAPSHOTS = {
  name: 'insert-snapshots',
  text: `
    insert into definition_snapshots (namespace_id, hash, body)
    select * from unnest($1::int[], $2::text[], $3::json[]) as u(namespace_id, hash, body) order by 1, 2
    on conflict do nothing`,
}

export const insertSnapshots = (client: Client, rows: readonly SnapshotRow[]): Promise<unknown> =>
  rowsOf(client, INSERT_SNAPSHOTS, [
    rows.map(({ namespaceId }) => namespaceId),
    rows.map(({ hash }) => hash),
    rows.map(({ body }) => body),
  ])
