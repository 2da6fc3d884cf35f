import type { Client } from 'pg'
import type { ClaimColumns } from '@/server/engine/execution'
import type { TaskId, WorkflowId } from '@/server/model/ids'
import { rowsOf } from './run'

/** The columns that polls write, of single tasks and of every open task of some executions. */
const COLUMNS = `
  id as "taskId", execution_id as "workflowId", status, worker_id as "workerId", start_time as "startTime",
  poll_count as "pollCount", lease_until as "leaseUntil", update_time as "updateTime",
  callback_after_seconds as "callbackAfterSeconds"`

const OF_TASKS = { name: 'claims-of-tasks', text: `select ${COLUMNS} from tasks where id = any($1::uuid[])` }
const OF_EXECUTIONS = {
  name: 'claims-of-executions',
  text: `
    select ${COLUMNS} from tasks
    where execution_id = any($1::uuid[]) and status in ('SCHEDULED', 'IN_PROGRESS') and performer = 'worker'`,
}

export type ClaimRow = ClaimColumns & { readonly workflowId: WorkflowId }

export function readClaimsOfTasks(client: Client, taskIds: readonly TaskId[]): Promise<ClaimRow[]> {
  return rowsOf(client, OF_TASKS, [taskIds])
}

export function readClaimsOfExecutions(client: Client, ids: readonly WorkflowId[]): Promise<ClaimRow[]> {
  return rowsOf(client, OF_EXECUTIONS, [ids])
}
