import type { Client } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import { rowsOf } from './run'

/** Something that a resolved definition was made from. A changed tag means that it must be made again. */
export type Dependency =
  | {
      readonly kind: 'workflow'
      readonly namespaceId: NamespaceId
      readonly name: string
      readonly version: number | null
    }
  | { readonly kind: 'task'; readonly namespaceId: NamespaceId; readonly name: string }
  /** Every task definition of the namespace: dynamic tasks may name any. */
  | { readonly kind: 'all-tasks'; readonly namespaceId: NamespaceId }

/** `xmin` differs after every write of a row, on whichever replica it was made. */
const PROBE_DEFINITIONS = {
  name: 'probe-definitions',
  text: `
    select coalesce(w.tag, t.tag, a.tag, '') as tag
    from unnest($1::text[], $2::int[], $3::text[], $4::int[]) with ordinality as q(kind, namespace_id, name, version, nth)
    left join lateral (
      select d.version || '@' || d.xmin::text as tag from workflow_definitions d
      where q.kind = 'workflow' and d.namespace_id = q.namespace_id and d.name = q.name
        and (q.version is null or d.version = q.version)
      order by d.version desc limit 1
    ) w on true
    left join lateral (
      select d.xmin::text as tag from task_definitions d
      where q.kind = 'task' and d.namespace_id = q.namespace_id and d.name = q.name
    ) t on true
    left join lateral (
      select md5(string_agg(d.name || ' ' || d.xmin::text, ',' order by d.name)) as tag from task_definitions d
      where q.kind = 'all-tasks' and d.namespace_id = q.namespace_id
    ) a on q.kind = 'all-tasks'
    order by q.nth`,
}

export async function probeDefinitions(client: Client, dependencies: readonly Dependency[]): Promise<string[]> {
  const rows = await rowsOf<{ tag: string }>(client, PROBE_DEFINITIONS, [
    dependencies.map(({ kind }) => kind),
    dependencies.map(({ namespaceId }) => namespaceId),
    dependencies.map((each) => (each.kind === 'all-tasks' ? '' : each.name)),
    dependencies.map((each) => (each.kind === 'workflow' ? each.version : null)),
  ])
  return rows.map(({ tag }) => tag)
}
