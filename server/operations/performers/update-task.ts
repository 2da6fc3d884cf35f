import { AppError } from '@/server/model/errors'
import { isUuid, type TaskId, type WorkflowId } from '@/server/model/ids'
import { isJsonObject } from '@/server/model/json'
import { isTerminalTask, type TaskResultStatus, type TaskStatus } from '@/server/model/status'
import type { App } from '@/server/operations/app'
import { checkOutputSize } from '@/server/operations/check-output-size'
import { tenantOf } from '@/server/platform/tenant'
import { tryable } from './caller'
import type { PerformCall } from './performer'

interface Target {
  readonly taskId: TaskId
  readonly workflowId: WorkflowId
  readonly status: TaskStatus
}

const COLUMNS = 'select id as "taskId", execution_id as "workflowId", status from tasks where namespace_id = $1'

/** By name the open attempt is meant, of a loop its newest turn; without an open one, the last. */
const BY_REF = `${COLUMNS} and execution_id = $2
  and (ref = $3 or (loop_over and left(ref, length($3) + 2) = $3 || '__'))
  order by status in ('SCHEDULED', 'IN_PROGRESS') desc, ref = $3 desc, seq desc limit 1`

/** Answers for another task. One that has ended that way already is content: the work may come twice. */
export const performUpdateTask = tryable(async (app, call) => {
  const { taskStatus, taskOutput = null, mergeOutput } = call.input
  const { taskId, workflowId, status } = await findTarget(app, call)
  const output = isJsonObject(taskOutput) ? taskOutput : {}
  if (!isTerminalTask(status)) {
    checkOutputSize(output, app.limits)
    await app.store.submit({
      namespaceId: call.namespaceId,
      workflowId,
      event: {
        type: 'task-result',
        taskId,
        status: taskStatus as TaskResultStatus,
        output,
        mergeOutput: mergeOutput === true,
        reasonForIncompletion: null,
        callbackAfterSeconds: 0,
        extendLease: false,
        workerId: null,
      },
    })
  } else if (status !== taskStatus) {
    throw new AppError('CONFLICT', `The task ${taskId} has ended already: its status is ${status}, not ${taskStatus}.`)
  }
  return { status: 'completed', output: { updatedTaskId: taskId } }
})

async function findTarget(app: App, { namespaceId, input }: PerformCall): Promise<Target> {
  const tenant = tenantOf(app.db, namespaceId)
  const taskId = String(input.taskId ?? '')
  const workflowId = String(input.workflowId ?? '')
  const [found] =
    taskId !== ''
      ? await tenant.rows<Target>(`${COLUMNS} and id = $2`, [requireUuid(taskId, 'task')])
      : await tenant.rows<Target>(BY_REF, [requireUuid(workflowId, 'workflow'), String(input.taskRefName)])
  if (found) return found
  throw new AppError(
    'NOT_FOUND',
    taskId !== ''
      ? `No such task found by id: ${taskId}`
      : `The workflow ${workflowId} has no task ${input.taskRefName} that has begun.`,
  )
}

function requireUuid(id: string, what: string): string {
  if (!isUuid(id)) throw new AppError('NOT_FOUND', `No such ${what} found by id: ${id}`)
  return id
}
