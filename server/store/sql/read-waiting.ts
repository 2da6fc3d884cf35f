import type { Client } from 'pg'
import type { WorkflowId } from '@/server/model/ids'
import { rowsOf } from './run'

/** Who waits, through however many others, for each of `$1`: as its parent, or by a row that follows it. */
const READ_WAITING = {
  name: 'read-waiting',
  text: `
    with recursive waiting as (
      select a.id as awaited, a.id from (select distinct unnest($1::uuid[]) as id) a
      union
      select f.awaited, w.id from waiting f join executions e on e.id = f.id, lateral (
        select e.parent_id as id where e.parent_id is not null
        union all
        select t.execution_id from json_array_elements(coalesce(e.state -> 'followers', '[]')) as row
        join tasks t on t.id = (row ->> 'taskId')::uuid and t.status = 'IN_PROGRESS'
      ) w
    )
    select awaited, id from waiting`,
}

/** Each of them waits for itself, too. */
export type Waiting = ReadonlyMap<WorkflowId, ReadonlySet<WorkflowId>>

export async function readWaiting(client: Client, awaited: readonly WorkflowId[]): Promise<Waiting> {
  const rows = await rowsOf<{ awaited: WorkflowId; id: WorkflowId }>(client, READ_WAITING, [awaited])
  const byAwaited = Map.groupBy(rows, (row) => row.awaited)
  return new Map([...byAwaited].map(([id, found]) => [id, new Set(found.map((row) => row.id))]))
}
