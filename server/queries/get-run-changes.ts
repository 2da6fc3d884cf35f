import { isUuid } from '@/server/model/ids'
import type { RunHeader, RunTask, RunUpdate } from '@/server/model/run-view'
import type { Tenant } from '@/server/platform/tenant'
import { EXECUTION_HEADER_COLUMNS } from './columns'
import { getRun } from './get-run'
import { unknownWorkflow } from './get-workflow'
import { DATABASE_NOW, RUN_TASK_COLUMNS } from './run-columns'

/** What a viewer has: transitions up to `revision`, claims up to `now` (epoch ms of the database). */
export interface RunPosition {
  readonly revision: number
  readonly now: number
}

interface ChangesRow {
  readonly header: RunHeader
  readonly tasks: readonly RunTask[] | null
  readonly removed: readonly string[] | null
  readonly restarted: boolean
  readonly now: number
}

/** A claim's time is read before it commits: look back a little so that none falls between two reads. */
const CLAIM_SLACK_MS = 2_000
/** Beyond this a fresh picture costs less than its changes. */
const LONGEST_GAP = 2_000

/**
 * The journal says which rows transitions touched; claims write no journal and are found by their update time.
 * Rows are sent as they are now, so repeating an update is harmless.
 */
const CHANGES = `
  with news as (select seq, kind, patch from journal where execution_id = $2 and seq > $3)
  select (select row_to_json(h) from (select ${EXECUTION_HEADER_COLUMNS}) h) as header,
    ${DATABASE_NOW} as now,
    (select json_agg(removed) from news n, json_array_elements_text(n.patch -> 'removed') removed) as removed,
    exists (select 1 from news where kind in ('restart', 'rerun')) as restarted,
    (select json_agg(row_to_json(task) order by task.seq) from (
      select ${RUN_TASK_COLUMNS} from tasks t
      where t.execution_id = e.id and (
        t.id in (select (touched ->> 'taskId')::uuid from news n, json_array_elements(n.patch -> 'tasks') touched)
        or (t.status = 'IN_PROGRESS' and t.performer = 'worker' and t.update_time >= $4))) task) as tasks
  from executions e where e.namespace_id = $1 and e.id = $2`

/** Null when nothing happened since. */
export async function getRunChanges(tenant: Tenant, workflowId: string, seen: RunPosition): Promise<RunUpdate | null> {
  const revision = await getRunRevision(tenant, workflowId)
  if (seen.revision === 0 || seen.revision > revision || revision - seen.revision > LONGEST_GAP) {
    return { type: 'snapshot', view: await getRun(tenant, workflowId) }
  }
  const [row] = await tenant.rows<ChangesRow>(CHANGES, [
    workflowId,
    seen.revision,
    Math.floor(seen.now - CLAIM_SLACK_MS),
  ])
  if (!row) throw unknownWorkflow(workflowId)
  if (row.restarted) return { type: 'snapshot', view: await getRun(tenant, workflowId) }
  const { header, tasks, removed, now } = row
  if (header.revision === seen.revision && tasks === null) return null
  return { type: 'delta', header, tasks: tasks ?? [], removed: removed ?? [], now }
}

/** How far a run is; refuses one that this namespace does not have. */
export async function getRunRevision(tenant: Tenant, workflowId: string): Promise<number> {
  if (!isUuid(workflowId)) throw unknownWorkflow(workflowId)
  const [row] = await tenant.rows<{ revision: number }>(
    'select revision from executions where namespace_id = $1 and id = $2',
    [workflowId],
  )
  if (!row) throw unknownWorkflow(workflowId)
  return row.revision
}
