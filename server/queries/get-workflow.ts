import { AppError } from '@/server/model/errors'
import type { DefinitionSnapshot, Task, Workflow } from '@/server/model/execution'
import { isUuid } from '@/server/model/ids'
import { maskOf } from '@/server/model/mask'
import { taskOfRow } from '@/server/model/tasks-by-ref'
import type { WorkflowTask } from '@/server/model/workflow-def'
import type { Tenant } from '@/server/platform/tenant'
import { EXECUTION_COLUMNS, TASK_DATA_JOINS, TASK_WITH_DATA } from './columns'
import { loadSnapshot } from './snapshots'

export interface StoredWorkflow {
  readonly workflow: Workflow
  readonly snapshot: DefinitionSnapshot
  /** In seq order; empty when not asked for. */
  readonly tasks: readonly Task[]
}

/** A task row as it is stored: `workflowTask` only where the definition does not hold it. */
export type StoredTask = Omit<Task, 'workflowTask' | 'dynamic'> & { readonly workflowTask: WorkflowTask | null }

interface ExecutionRow {
  readonly workflow: Workflow
  readonly snapshot: string
  readonly tasks: readonly StoredTask[] | null
}

const TASKS = `(
  select json_agg(row_to_json(task) order by task.seq)
  from (select ${TASK_WITH_DATA} from tasks t ${TASK_DATA_JOINS} where t.execution_id = e.id) task)`

const selectExecution = (tasks: string, where: string) => `
  select (select row_to_json(header) from (
      select ${EXECUTION_COLUMNS}, coalesce(i.data, '{}') as input, coalesce(o.data, '{}') as output
    ) header) as workflow,
    e.snapshot, ${tasks} as tasks
  from executions e
  left join execution_inputs i on i.id = e.id
  left join execution_outputs o on o.id = e.id
  where e.namespace_id = $1 and ${where}`

const ONE_WITH_TASKS = selectExecution(TASKS, 'e.id = $2')
const ONE = selectExecution('null::json', 'e.id = $2')
const MANY_WITH_TASKS = `${selectExecution(TASKS, 'e.id = any($2::uuid[])')} order by array_position($2::uuid[], e.id)`
const MANY = `${selectExecution('null::json', 'e.id = any($2::uuid[])')} order by array_position($2::uuid[], e.id)`

/** One statement, so that the status and the tasks belong to the same moment. */
export async function getWorkflow(tenant: Tenant, workflowId: string, withTasks: boolean): Promise<StoredWorkflow> {
  const [row] = isUuid(workflowId)
    ? await tenant.rows<ExecutionRow>(withTasks ? ONE_WITH_TASKS : ONE, [workflowId])
    : []
  if (!row) throw unknownWorkflow(workflowId)
  return toStored(tenant, row)
}

/** In the order of the ids; ids that do not exist are left out. */
export async function getWorkflows(
  tenant: Tenant,
  workflowIds: readonly string[],
  withTasks: boolean,
): Promise<readonly StoredWorkflow[]> {
  if (workflowIds.length === 0) return []
  const rows = await tenant.rows<ExecutionRow>(withTasks ? MANY_WITH_TASKS : MANY, [workflowIds])
  return Promise.all(rows.map((row) => toStored(tenant, row)))
}

export function unknownWorkflow(workflowId: string): AppError {
  return new AppError('NOT_FOUND', `No such workflow found by id: ${workflowId}`)
}

async function toStored(tenant: Tenant, row: ExecutionRow): Promise<StoredWorkflow> {
  const snapshot = await loadSnapshot(tenant, row.snapshot)
  const mask = maskOf(snapshot.definition)
  const { input, output, variables } = row.workflow
  const workflow = { ...row.workflow, input: mask(input), output: mask(output), variables: mask(variables) }
  return { workflow, snapshot, tasks: (row.tasks ?? []).map((task) => toTask(task, snapshot)) }
}

export function toTask(stored: StoredTask, snapshot: DefinitionSnapshot): Task {
  const workflowTask = stored.workflowTask ?? taskOfRow(snapshot.definition, stored.referenceTaskName)
  if (!workflowTask) throw new Error(`Task ${stored.taskId} is not part of its workflow's definition.`)
  const mask = maskOf(snapshot.definition)
  const payloads = { inputData: mask(stored.inputData), outputData: mask(stored.outputData) }
  return { ...stored, ...payloads, workflowTask, dynamic: stored.workflowTask !== null }
}
