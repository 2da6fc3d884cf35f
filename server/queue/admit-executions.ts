import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import { STATEMENT_NOW } from './clock'
import { admitAlone } from './limited-rows'
import type { Link } from './link'

const OPEN = `e.gate_key is not null and e.status in ('RUNNING', 'PAUSED')`

/** Namespaces in which executions wait at a gate. */
const FIND_GATES = {
  name: 'find-gates',
  text: `select distinct e.namespace_id as "namespaceId" from executions e where ${OPEN} and e.gate_waiting`,
}

/**
 * Admits the longest waiting of each gate into its free places. A paused one keeps its place, and waits outside when it
 * has none. The wake-up is set with the admission: should this server die now, the timers begin the execution.
 */
const ADMIT = {
  name: 'admit-executions',
  text: `
    with gates as (
      select distinct e.namespace_id, e.gate_key from executions e
      where ${OPEN} and e.gate_waiting and e.namespace_id = any($1::int[])
    ),
    first as (
      select w.id, w.gate_limit, used.places, row_number() over (
        partition by g.namespace_id, g.gate_key order by w.create_time, w.id) as nth
      from gates g, lateral (
        select count(*) as places from executions e
        where ${OPEN} and e.namespace_id = g.namespace_id and e.gate_key = g.gate_key and not e.gate_waiting
      ) used, lateral (
        select e.id, e.gate_limit, e.create_time from executions e
        where ${OPEN} and e.namespace_id = g.namespace_id and e.gate_key = g.gate_key and e.gate_waiting
          and e.status = 'RUNNING'
        order by e.create_time, e.id limit 100
      ) w
    ),
    free as (
      select id from executions where id = any(array(select id from first where places + nth <= gate_limit))
      for update skip locked
    )
    update executions e set gate_waiting = false, wake_at = ${STATEMENT_NOW} + $2
    from free where e.id = free.id
    returning e.id as "workflowId", e.namespace_id as "namespaceId"`,
}

export interface Admitted {
  readonly workflowId: WorkflowId
  readonly namespaceId: NamespaceId
}

export async function admitExecutions(link: Link, patienceMs: number): Promise<Admitted[]> {
  const { rows } = await link.run<{ namespaceId: NamespaceId }>(FIND_GATES, [])
  if (rows.length === 0) return []
  const namespaces = rows.map(({ namespaceId }) => namespaceId)
  return admitAlone(link, namespaces, { statement: ADMIT, values: [namespaces, patienceMs] })
}
