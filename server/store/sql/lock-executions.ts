import type { Client } from 'pg'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import { rowsOf } from './run'

/** In id order, always: two batches that share executions then wait for each other instead of failing. */
const LOCK_EXECUTIONS = {
  name: 'lock-executions',
  text: `
    select id as "workflowId", namespace_id as "namespaceId", revision,
      coalesce(gate_waiting, false) as "isWaiting"
    from executions where id = any($1::uuid[]) order by id for update`,
}

export interface LockedRow {
  readonly workflowId: WorkflowId
  readonly namespaceId: NamespaceId
  readonly revision: number
  /** At its workflow's gate: whoever admits it writes that without a transition. */
  readonly isWaiting: boolean
}

export function lockExecutions(client: Client, ids: readonly WorkflowId[]): Promise<LockedRow[]> {
  return rowsOf(client, LOCK_EXECUTIONS, [ids])
}
