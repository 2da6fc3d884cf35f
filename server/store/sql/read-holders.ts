import type { Client } from 'pg'
import type { Workflow } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { rowsOf } from './run'

/** What a parent is told of an execution that has its child's idempotency key. */
export type Holder = Pick<
  Workflow,
  'workflowId' | 'status' | 'reasonForIncompletion' | 'workflowName' | 'workflowVersion' | 'parentWorkflowId' | 'output'
>

const READ_HOLDERS = {
  name: 'read-holders',
  text: `
    select e.id as "workflowId", e.status, e.reason as "reasonForIncompletion", e.name as "workflowName",
      e.version as "workflowVersion", e.parent_id as "parentWorkflowId",
      coalesce((select data from execution_outputs where id = e.id), '{}') as output
    from executions e where e.id = any($1::uuid[])`,
}

export const readHolders = (client: Client, ids: readonly WorkflowId[]): Promise<Holder[]> =>
  rowsOf<Holder>(client, READ_HOLDERS, [ids])
