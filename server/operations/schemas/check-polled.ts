import type { PolledTask } from '@/server/model/polled-task'
import type { SchemaRef } from '@/server/model/schema-def'
import type { App } from '@/server/operations/app'
import { taskRefusal } from './task-refusal'

/** Claimed tasks without those whose input their definition's schema refuses: these end, and no worker sees them. */
export async function withoutRefused(app: App, tasks: readonly PolledTask[]): Promise<readonly PolledTask[]> {
  if (!tasks.some(isChecked)) return tasks
  const kept = await Promise.all(tasks.map(async (polled) => ((await isRefused(app, polled)) ? [] : [polled])))
  return kept.flat()
}

function isChecked({ taskDef }: PolledTask): boolean {
  return taskDef?.enforceSchema === true && Boolean(taskDef.inputSchema)
}

async function isRefused(app: App, polled: PolledTask): Promise<boolean> {
  if (!isChecked(polled)) return false
  const { namespaceId, task, taskDef } = polled
  const schema = taskDef?.inputSchema as SchemaRef
  const refusal = await taskRefusal(app, namespaceId, { side: 'input', schema, value: task.inputData })
  if (refusal === null) return false
  await app.store.submit({
    namespaceId,
    workflowId: task.workflowInstanceId,
    event: {
      type: 'task-result',
      taskId: task.taskId,
      status: 'FAILED_WITH_TERMINAL_ERROR',
      output: {},
      mergeOutput: false,
      reasonForIncompletion: refusal,
      callbackAfterSeconds: 0,
      extendLease: false,
      workerId: null,
    },
  })
  return true
}
