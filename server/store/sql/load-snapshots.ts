import type { Client } from 'pg'
import type { DefinitionSnapshot } from '@/server/model/execution'
import type { NamespaceId } from '@/server/model/ids'
import { rowsOf } from './run'

const LOAD_SNAPSHOTS = {
  name: 'load-snapshots',
  text: `
    select s.namespace_id as "namespaceId", s.hash, s.body
    from unnest($1::int[], $2::text[]) as w(namespace_id, hash)
    join definition_snapshots s on s.namespace_id = w.namespace_id and s.hash = w.hash`,
}

interface Wanted {
  readonly namespaceId: NamespaceId
  readonly hash: string
}

export function loadSnapshots(
  client: Client,
  wanted: readonly Wanted[],
): Promise<(Wanted & { readonly body: DefinitionSnapshot })[]> {
  return rowsOf(client, LOAD_SNAPSHOTS, [wanted.map((each) => each.namespaceId), wanted.map((each) => each.hash)])
}
