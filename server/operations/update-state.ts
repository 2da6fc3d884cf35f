import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { WorkflowStateUpdate } from '@/server/model/requests'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'
import { type AwaitedRun, awaitRun } from './await-run'
import { setVariables } from './set-variables'
import { updateTaskByRef } from './update-task-by-ref'

/** Variables, then the result of one task, then the wait for what comes of both; false: the time was up first. */
export async function updateState(
  app: App,
  actor: Actor,
  { update, ...awaited }: AwaitedRun & { readonly update: WorkflowStateUpdate },
): Promise<boolean> {
  const { workflowId } = awaited
  const { variables, taskReferenceName: taskRefName, taskResult } = update
  await setVariables(app, actor, { workflowId, variables: variables ?? {} })
  if (taskRefName) {
    const { status = 'COMPLETED', outputData: output = {}, workerId = null } = taskResult ?? {}
    const taskId = await updateTaskByRef(app, actor, { workflowId, taskRefName, status, output, workerId })
    if (taskId === null) {
      throw new AppError('NOT_FOUND', `No open task ${taskRefName} found in the workflow ${workflowId}`)
    }
  }
  return awaitRun(app, tenantOf(app.db, actor.namespaceId), awaited)
}
