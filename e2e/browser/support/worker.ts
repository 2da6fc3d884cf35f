import type { APIRequestContext } from '@playwright/test'
import type { WorkerKey } from './people'

export interface PolledTask {
  readonly taskId: string
  readonly workflowInstanceId: string
}

/** A worker by hand: it asks for one task and answers when told to. */
export async function connectWorker(request: APIRequestContext, key: WorkerKey, workerId: string) {
  const { token } = await (await request.post('/api/token', { data: key })).json()
  const headers = { 'X-Authorization': token }
  return {
    async poll(taskType: string): Promise<PolledTask> {
      const url = `/api/tasks/poll/batch/${taskType}?count=1&timeout=5000&workerid=${workerId}`
      const [task] = await (await request.get(url, { headers })).json()
      return task
    },
    async complete(task: PolledTask, outputData: Record<string, unknown>): Promise<void> {
      const { taskId, workflowInstanceId } = task
      await request.post('/api/tasks', {
        headers,
        data: { taskId, workflowInstanceId, workerId, status: 'COMPLETED', outputData },
      })
    },
    async fail(task: PolledTask, reason: string): Promise<void> {
      const { taskId, workflowInstanceId } = task
      await request.post('/api/tasks', {
        headers,
        data: {
          taskId,
          workflowInstanceId,
          workerId,
          status: 'FAILED_WITH_TERMINAL_ERROR',
          reasonForIncompletion: reason,
        },
      })
    },
  }
}
