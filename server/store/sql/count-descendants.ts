import type { Client } from 'pg'
import type { WorkflowId } from '@/server/model/ids'
import { rowsOf } from './run'

/** How many executions each of these led to, counted up to `max`. */
const COUNT_DESCENDANTS = {
  name: 'count-descendants',
  text: `
    select r.id, (select count(*)::int from (
      select from executions e where e.root_id = r.id limit $2
    ) counted) as descendants
    from unnest($1::uuid[]) as r(id)`,
}

export async function countDescendants(
  client: Client,
  roots: readonly WorkflowId[],
  max: number,
): Promise<Map<WorkflowId, number>> {
  const rows = await rowsOf<{ id: WorkflowId; descendants: number }>(client, COUNT_DESCENDANTS, [roots, max])
  return new Map(rows.map(({ id, descendants }) => [id, descendants]))
}
