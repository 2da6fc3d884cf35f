import { isUuid } from '@/server/model/ids'
import type { RunHeader, RunTask, RunView } from '@/server/model/run-view'
import type { Tenant } from '@/server/platform/tenant'
import { EXECUTION_HEADER_COLUMNS } from './columns'
import { unknownWorkflow } from './get-workflow'
import { DATABASE_NOW, RUN_TASK_COLUMNS } from './run-columns'
import { loadSnapshot } from './snapshots'

interface RunViewRow {
  readonly header: RunHeader
  readonly snapshot: string
  readonly tasks: readonly RunTask[] | null
  readonly now: number
}

const RUN = `
  select (select row_to_json(h) from (select ${EXECUTION_HEADER_COLUMNS}) h) as header,
    e.snapshot, ${DATABASE_NOW} as now,
    (select json_agg(row_to_json(task) order by task.seq)
      from (select ${RUN_TASK_COLUMNS} from tasks t where t.execution_id = e.id) task) as tasks
  from executions e
  where e.namespace_id = $1 and e.id = $2`

/** One statement, so that the header and the tasks belong to the same moment. */
export async function getRun(tenant: Tenant, workflowId: string): Promise<RunView> {
  const [row] = isUuid(workflowId) ? await tenant.rows<RunViewRow>(RUN, [workflowId]) : []
  if (!row) throw unknownWorkflow(workflowId)
  const { definition } = await loadSnapshot(tenant, row.snapshot)
  return { header: row.header, definition, tasks: row.tasks ?? [], now: row.now }
}
