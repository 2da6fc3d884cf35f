import type { Client } from 'pg'
import type { WorkflowId } from '@/server/model/ids'
import { rowsOf } from './run'

/** Everything of an execution. Snapshots stay: others share them. */
const DELETE_EXECUTIONS = {
  name: 'delete-executions',
  text: `
    with gone as (delete from executions where id = any($1::uuid[])),
    rows as (delete from tasks where execution_id = any($1::uuid[]) returning id),
    inputs as (delete from task_inputs i using rows where i.id = rows.id),
    outputs as (delete from task_outputs o using rows where o.id = rows.id),
    logs as (delete from task_logs l using rows where l.task_id = rows.id),
    journal as (delete from journal where execution_id = any($1::uuid[])),
    messages as (delete from workflow_messages where execution_id = any($1::uuid[])),
    waits as (delete from webhook_waits where execution_id = any($1::uuid[])),
    input as (delete from execution_inputs where id = any($1::uuid[]))
    delete from execution_outputs where id = any($1::uuid[])`,
}

export const deleteExecutions = (client: Client, ids: readonly WorkflowId[]): Promise<unknown> =>
  rowsOf(client, DELETE_EXECUTIONS, [ids])
