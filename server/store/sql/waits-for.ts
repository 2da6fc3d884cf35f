import type { Client } from 'pg'
import type { WorkflowId } from '@/server/model/ids'
import { rowsOf } from './run'

/** Those of `$2` that wait, through however many others, for one of `$1`: as its parent, or by following it. */
const WAITS_FOR = {
  name: 'waits-for',
  text: `
    with recursive waiting as (
      select unnest($1::uuid[]) as id
      union
      select w.id from waiting f join executions e on e.id = f.id, lateral (
        select e.parent_id as id where e.parent_id is not null
        union all
        select (follower ->> 'workflowId')::uuid
        from json_array_elements(coalesce(e.state -> 'followers', '[]')) as follower
      ) w
    )
    select id from waiting where id = any($2::uuid[])`,
}

export async function waitsFor(
  client: Client,
  awaited: readonly WorkflowId[],
  suspects: readonly WorkflowId[],
): Promise<ReadonlySet<WorkflowId>> {
  const rows = await rowsOf<{ id: WorkflowId }>(client, WAITS_FOR, [awaited, suspects])
  return new Set(rows.map(({ id }) => id))
}
