import type { NamespaceId, TaskId, WorkflowId } from '@/server/model/ids'
import { STATEMENT_NOW } from './clock'
import { admission, admitAlone } from './limited-rows'
import type { Link } from './link'

/** Namespaces in which work of this server waits for a place. */
const FIND_WAITING = {
  name: 'find-waiting-system-work',
  text: `
    with recursive found as (
      (select namespace_id from tasks where status = 'SCHEDULED' and limits is not null and queue is null
       order by namespace_id limit 1)
      union all
      select (
        select t.namespace_id from tasks t
        where t.status = 'SCHEDULED' and t.limits is not null and t.queue is null and t.namespace_id > f.namespace_id
        order by t.namespace_id limit 1
      ) from found f where f.namespace_id is not null
    )
    select namespace_id as "namespaceId" from found where namespace_id is not null`,
}

/** The lease says that somebody began it: should this server die now, another one asks the engine again. */
const ADMIT = {
  name: 'admit-system-work',
  text: `
    with wanted as (
      select namespace_id, null::text as queue, $2::int as seats, (nth - 1) * $2::int as first_seat
      from unnest($1::int[]) with ordinality as w(namespace_id, nth)
    ),
    ${admission('system')}
    update tasks t set status = 'IN_PROGRESS', update_time = ${STATEMENT_NOW}, lease_until = ${STATEMENT_NOW} + $3
    from picked p where t.id = p.id
    returning t.id as "taskId", t.execution_id as "workflowId", t.namespace_id as "namespaceId"`,
}

export interface AdmittedWork {
  readonly taskId: TaskId
  readonly workflowId: WorkflowId
  readonly namespaceId: NamespaceId
}

/** Up to `seats` rows of each namespace. */
export async function admitSystemWork(link: Link, seats: number, patienceMs: number): Promise<AdmittedWork[]> {
  const { rows } = await link.run<{ namespaceId: NamespaceId }>(FIND_WAITING, [])
  if (rows.length === 0) return []
  const namespaces = rows.map(({ namespaceId }) => namespaceId)
  return admitAlone(link, namespaces, { statement: ADMIT, values: [namespaces, seats, patienceMs] })
}
