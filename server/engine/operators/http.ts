import { plainInput } from '@/server/engine/add-task'
import { changeTask, endTask } from '@/server/engine/draft'
import type { HttpOutcome } from '@/server/engine/event'
import type { Task } from '@/server/model/execution'
import { isJsonObject, type JsonObject } from '@/server/model/json'
import { holdForUs } from './ask'
import { ownTask } from './in-place'
import type { Step } from './operator'

/** HTTP: a call out of this server. With `asyncComplete` the answer is recorded and somebody else ends the task. */
export const http = ownTask({
  performer: 'system',
  input: (draft, entry, taskId) => ({
    asyncComplete: entry.task.asyncComplete,
    ...plainInput(draft, entry, taskId),
  }),
  begin,
  onHttp,
})

function begin(step: Step, task: Task): void {
  const missing = missingField(task.inputData)
  if (missing !== null) {
    endTask(step.draft, task, { status: 'FAILED', reasonForIncompletion: missing })
    return
  }
  holdForUs(step.draft, task)
  step.draft.effects.push({ type: 'http', taskId: task.taskId, input: task.inputData })
}

/** The request is under `http_request`, or its fields are at the top of the input. */
function missingField(input: JsonObject): string | null {
  const request = isJsonObject(input.http_request) ? input.http_request : input
  const manual = 'See documentation for HttpTask for required input parameters'
  if (!request.uri && !request.vipAddress) return `Missing HTTP URI.  ${manual}`
  return request.method ? null : `No HTTP method specified.  ${manual}`
}

function onHttp(step: Step, task: Task, outcome: HttpOutcome): void {
  const outputData = outcome.output
  if (!outcome.ok) {
    const status = outcome.retryable ? 'FAILED' : 'FAILED_WITH_TERMINAL_ERROR'
    endTask(step.draft, task, { status, outputData, reasonForIncompletion: outcome.reason })
  } else if (task.workflowTask.asyncComplete || task.inputData.asyncComplete === true) {
    changeTask(step.draft, task, { outputData, leaseUntil: 0 })
  } else {
    endTask(step.draft, task, { status: 'COMPLETED', outputData })
  }
}
