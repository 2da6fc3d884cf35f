import { describeWorkflow } from '@/server/engine/describe-workflow'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import { asTaskId, asWorkflowId, isUuid, type WorkflowId } from '@/server/model/ids'
import type { RerunWorkflowRequest } from '@/server/model/requests'
import { isTerminalWorkflow, type WorkflowStatus } from '@/server/model/status'
import { type Tenant, tenantOf } from '@/server/platform/tenant'
import { unknownWorkflow } from '@/server/store/store'
import { passGate } from './admit-executions'
import type { App } from './app'
import { requireFreePlace } from './require-free-place'

export interface RerunWorkflow {
  readonly workflowId: string
  readonly request: RerunWorkflowRequest
}

/** An ended execution again, whole or from a task; from a child's task it is the child that runs, and opens all above. */
export async function rerunWorkflow(app: App, actor: Actor, { workflowId, request }: RerunWorkflow): Promise<void> {
  requireRole(actor, 'editor')
  app.startRate.spend(actor.namespaceId)
  const { taskInput, workflowInput, correlationId, reRunFromTaskId } = request
  const taskId = reRunFromTaskId ? asTaskId(reRunFromTaskId) : null
  const tenant = tenantOf(app.db, actor.namespaceId)
  const owner = taskId === null ? asWorkflowId(workflowId) : await ownerOf(tenant, workflowId, taskId)
  if (owner !== workflowId && (workflowInput || correlationId)) {
    const message = `Task ${taskId} belongs to the sub-workflow ${owner}; workflowInput and correlationId need its own rerun.`
    throw new AppError('BAD_REQUEST', message)
  }
  await requireFreePlace(app, actor, owner)
  const outcome = await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: owner,
    event: {
      type: 'rerun',
      taskId,
      taskInput: taskInput ?? null,
      workflowInput: workflowInput ?? null,
      correlationId: correlationId ?? null,
    },
  })
  const begun = await passGate(app, actor.namespaceId, outcome)
  await begun.settled()
}

/** The task's execution, and those above it up to the one that was named. */
const OWNER = `
  with recursive up as (
    select e.id, e.parent_id, e.id as owner from tasks t join executions e on e.id = t.execution_id
    where t.namespace_id = $1 and t.id = $3
    union all
    select e.id, e.parent_id, up.owner from up join executions e on e.id = up.parent_id
    where e.namespace_id = $1 and up.id <> $2
  )
  select e.status, e.name as "workflowName", e.version as "workflowVersion", (select owner from up where up.id = $2) as owner
  from executions e where e.namespace_id = $1 and e.id = $2`

interface Found {
  readonly status: WorkflowStatus
  readonly workflowName: string
  readonly workflowVersion: number
  readonly owner: WorkflowId | null
}

async function ownerOf(tenant: Tenant, workflowId: string, taskId: string): Promise<WorkflowId> {
  if (!isUuid(workflowId)) throw unknownWorkflow(workflowId)
  // An id that cannot be is one that nobody has.
  const sought = isUuid(taskId) ? taskId : '00000000-0000-0000-0000-000000000000'
  const [found] = await tenant.rows<Found>(OWNER, [workflowId, sought])
  if (!found) throw unknownWorkflow(workflowId)
  if (!isTerminalWorkflow(found.status)) {
    const named = describeWorkflow({ ...found, workflowId: asWorkflowId(workflowId) })
    throw new AppError('CONFLICT', `Workflow: ${named} is not in terminal state, unable to rerun.`)
  }
  if (found.owner === null) throw new AppError('BAD_REQUEST', `Task ${taskId} not found`)
  return found.owner
}
