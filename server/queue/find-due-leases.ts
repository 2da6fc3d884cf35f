import type { NamespaceId, TaskId, WorkflowId } from '@/server/model/ids'
import { STATEMENT_NOW } from './clock'
import type { Link } from './link'

/** Tasks whose holder fell silent. Those of paused executions wait for the resume. */
const FIND_DUE_LEASES = {
  name: 'find-due-leases',
  text: `
    select t.id as "taskId", t.execution_id as "workflowId", t.namespace_id as "namespaceId", t.performer,
      t.lease_until::float8 as "leaseUntil"
    from tasks t
    where (select status from executions where id = t.execution_id) = 'RUNNING'
      and t.lease_until > 0 and t.status in ('SCHEDULED', 'IN_PROGRESS') and t.lease_until <= ${STATEMENT_NOW}
    order by t.lease_until limit $1`,
}

export interface DueLease {
  readonly taskId: TaskId
  readonly workflowId: WorkflowId
  readonly namespaceId: NamespaceId
  readonly performer: 'worker' | 'system' | 'none'
  readonly leaseUntil: number
}

export async function findDueLeases(link: Link, limit: number): Promise<DueLease[]> {
  return (await link.run<DueLease>(FIND_DUE_LEASES, [limit])).rows
}
