import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { WorkflowId } from '@/server/model/ids'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'
import type { PerformCall, Performer } from './performer'

/** The execution behind a call, and the row: of the same task a rerun is another attempt at another time. */
export interface Caller {
  readonly workflowName: string
  readonly correlationId: string | null
  readonly rootWorkflowId: WorkflowId | null
  readonly depth: number
  readonly taskToDomain: Readonly<Record<string, string>>
  readonly createdBy: string | null
  readonly scheduledTime: number
  readonly pollCount: number
}

const FIND = `
  select e.name as "workflowName", e.correlation_id as "correlationId", e.root_id as "rootWorkflowId", e.depth,
    e.task_to_domain as "taskToDomain", e.created_by as "createdBy",
    t.scheduled_time::float8 as "scheduledTime", t.poll_count as "pollCount"
  from tasks t join executions e on e.id = t.execution_id
  where t.namespace_id = $1 and t.id = $2`

/** Null: it has been removed meanwhile, and nobody waits for an answer. */
export async function findCaller(app: App, { namespaceId, taskId }: PerformCall): Promise<Caller | null> {
  const [found] = await tenantOf(app.db, namespaceId).rows<Caller>(FIND, [taskId])
  return found ?? null
}

/** Whoever could register and start the workflow may do what its tasks do. */
export function actorOf({ namespaceId, workflowId }: Pick<PerformCall, 'namespaceId' | 'workflowId'>): Actor {
  return {
    namespaceId,
    namespaceName: '',
    role: 'editor',
    via: 'operator',
    name: `workflow:${workflowId}`,
    id: workflowId,
  }
}

/** What the server refuses fails the task as in Conductor: it is tried again as its definition says. */
export function tryable(performer: Performer): Performer {
  return (app, call) =>
    performer(app, call).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error
      return { status: 'failed', output: {}, reason: error.message, retryable: true }
    })
}
