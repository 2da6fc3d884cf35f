import type { TaskId, WorkflowId } from '@/server/model/ids'
import type { Tenant } from '@/server/platform/tenant'

export interface BlockingTask {
  readonly taskId: TaskId
  /** The execution or one of its running children. */
  readonly workflowId: WorkflowId
}

/** A WAIT with a time of its own blocks nobody for good, but may be told to end earlier. */
export type Blocks = 'any' | 'untimed'

/** In the order of the definition's rows, children where the row that started them stands. */
const FIND = `
  with recursive runs as (
    select e.id, array[]::int[] as place from executions e where e.namespace_id = $1 and e.id = $2
    union all
    select t.sub_workflow_id, r.place || t.seq from runs r join tasks t on t.execution_id = r.id
    where t.namespace_id = $1 and t.type = 'SUB_WORKFLOW' and t.status = 'IN_PROGRESS' and t.sub_workflow_id is not null
  )
  select t.id as "taskId", t.execution_id as "workflowId" from runs r join tasks t on t.execution_id = r.id
  where t.namespace_id = $1 and t.type in ('WAIT', 'HUMAN', 'YIELD') and t.status in ('SCHEDULED', 'IN_PROGRESS')
    and ($3 = 'any' or (t.wait_timeout = 0 and t.status = 'IN_PROGRESS'))
  order by r.place || t.seq limit 1`

/** The first task, at any depth, that waits for somebody's word. */
export async function findBlockingTask(
  tenant: Tenant,
  workflowId: string,
  blocks: Blocks,
): Promise<BlockingTask | null> {
  const [found] = await tenant.rows<BlockingTask>(FIND, [workflowId, blocks])
  return found ?? null
}
