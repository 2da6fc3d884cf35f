import { AppError } from '@/server/model/errors'
import type { JsonObject } from '@/server/model/json'
import { toWireTask } from '@/server/model/wire-task'
import { findBlockingTask } from '@/server/operations/find-blocking-task'
import type { Tenant } from '@/server/platform/tenant'
import { getWorkflow, type StoredWorkflow } from '@/server/queries/get-workflow'
import { empty, json } from '@/server/rest/core/answers'
import type { QueryReader } from '@/server/rest/core/query-reader'
import type { QueryParameter } from '@/server/rest/core/route'

const STRATEGIES = ['TARGET_WORKFLOW', 'BLOCKING_WORKFLOW', 'BLOCKING_TASK', 'BLOCKING_TASK_INPUT'] as const
type Strategy = (typeof STRATEGIES)[number]

export const returnStrategyQuery = {
  name: 'returnStrategy',
  type: 'string',
  summary: `What to answer: ${STRATEGIES.join(', ')}`,
} as const

/** Of the calls that answer when the execution, or one of its tasks, has ended or the time is up. */
export const waitQuery: readonly QueryParameter[] = [
  { name: 'waitForSeconds', type: 'integer', summary: '10 when left out or 0' },
  { name: 'waitUntilTaskRef', type: 'list', summary: 'Stop waiting when one of these tasks has ended' },
  { name: 'requestId', type: 'string', summary: 'Your own id of the request' },
  returnStrategyQuery,
]

/** What the caller wants to be shown; read before anything is done, as it may be wrong. */
export interface Wish {
  readonly strategy: Strategy
  readonly requestId: string | null
}

export function wishOf(query: QueryReader): Wish {
  const given = query.text('returnStrategy') ?? 'TARGET_WORKFLOW'
  const strategy = STRATEGIES.find((each) => each === given)
  if (strategy !== undefined) return { strategy, requestId: query.text('requestId') }
  const message = `Query parameter returnStrategy: expected one of ${STRATEGIES.join(', ')}, found "${given}".`
  throw new AppError('BAD_REQUEST', message)
}

interface Answered extends Wish {
  /** Whether what the caller waited for came before the time was up. */
  readonly inTime: boolean
}

/**
 * Conductor's SignalResponse: the workflow that was called, or what it waits for now. A run that waits for nothing
 * answers with itself, or with nothing where a task was asked for.
 */
export async function signalResponse(tenant: Tenant, workflowId: string, wish: Answered): Promise<Response> {
  const { strategy } = wish
  const target = await getWorkflow(tenant, workflowId, true)
  const shown: Shown = { ...wish, target }
  if (strategy === 'TARGET_WORKFLOW') return json(toWorkflowRun(shown, target))
  const blocking = await findBlockingTask(tenant, workflowId, 'untimed')
  const owner =
    blocking && blocking.workflowId !== workflowId ? await getWorkflow(tenant, blocking.workflowId, true) : target
  if (strategy === 'BLOCKING_WORKFLOW') return json(toWorkflowRun(shown, owner))
  return blocking === null ? empty() : json(toTaskRun(shown, owner, blocking.taskId))
}

/** A run that was only rehearsed: it waits for nobody, so it is always the target that is shown. */
export function rehearsalResponse(target: StoredWorkflow, requestId: string | null): Response {
  return json(toWorkflowRun({ strategy: 'TARGET_WORKFLOW', requestId, target, inTime: true }, target))
}

interface Shown extends Answered {
  readonly target: StoredWorkflow
}

function commonFields({ strategy, target, requestId, inTime }: Shown, { workflow }: StoredWorkflow): JsonObject {
  return {
    responseType: strategy,
    targetWorkflowId: target.workflow.workflowId,
    targetWorkflowStatus: target.workflow.status,
    workflowId: workflow.workflowId,
    priority: workflow.priority,
    signalTimeout: !inTime,
    ...(requestId !== null && { requestId }),
    ...(workflow.correlationId !== null && { correlationId: workflow.correlationId }),
  }
}

function toWorkflowRun(shown: Shown, stored: StoredWorkflow): JsonObject {
  const { workflow, snapshot, tasks } = stored
  return {
    ...commonFields(shown, stored),
    status: workflow.status,
    input: workflow.input,
    output: workflow.output,
    variables: workflow.variables,
    createTime: workflow.createTime,
    updateTime: workflow.updateTime,
    tasks: tasks.map((task) => toWireTask(task, workflow, snapshot.taskDefs[task.taskDefName] ?? null)),
    ...(workflow.createdBy !== null && { createdBy: workflow.createdBy }),
    ...(workflow.reasonForIncompletion !== null && { reasonForIncompletion: workflow.reasonForIncompletion }),
  }
}

function toTaskRun(shown: Shown, stored: StoredWorkflow, taskId: string): JsonObject {
  const task = stored.tasks.find((row) => row.taskId === taskId)
  if (task === undefined) return commonFields(shown, stored)
  const { workflowName, correlationId, priority } = stored.workflow
  const wire = toWireTask(task, { workflowName, correlationId, priority }, null)
  const fields = ['taskId', 'taskType', 'taskDefName', 'referenceTaskName', 'workflowType', 'retryCount', 'status']
  const optional = ['retriedTaskId', 'reasonForIncompletion']
  return {
    ...commonFields(shown, stored),
    ...Object.fromEntries(
      [...fields, ...optional].flatMap((field) => (field in wire ? [[field, wire[field] ?? null]] : [])),
    ),
    input: task.inputData,
    output: task.outputData,
    createTime: task.startTime,
    updateTime: task.updateTime,
    ...(task.workerId !== null && { createdBy: task.workerId }),
  }
}
