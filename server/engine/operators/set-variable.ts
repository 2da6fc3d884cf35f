import { changeWorkflow, endTask } from '@/server/engine/draft'
import type { ScriptOutcome } from '@/server/engine/event'
import type { Task } from '@/server/model/execution'
import { isJsonObject, type JsonObject } from '@/server/model/json'
import { askScript } from './ask'
import { ownTask } from './in-place'
import { inputWithoutId } from './input-without-id'
import { jsonBytes } from './json-bytes'
import type { Step } from './operator'

/** SET_VARIABLE: each entry of the input becomes a variable of the workflow. Too large a set changes nothing. */
export const setVariable = ownTask({ performer: 'system', input: inputWithoutId, begin, onScript })

function begin(step: Step, task: Task): void {
  // Values of secrets are put in on the way to the sandbox, which hands them back.
  if (task.secretNames) askScript(step.draft, task, { language: 'javascript', expression: '$', input: task.inputData })
  else assign(step, task, task.inputData)
}

function onScript(step: Step, task: Task, outcome: ScriptOutcome): void {
  if (outcome.ok && isJsonObject(outcome.value)) assign(step, task, outcome.value)
  else {
    const reasonForIncompletion = outcome.ok ? 'The values of the secrets could not be read.' : outcome.message
    endTask(step.draft, task, { status: 'FAILED', reasonForIncompletion })
  }
}

function assign(step: Step, task: Task, values: JsonObject): void {
  const { draft } = step
  const variables = { ...draft.workflow.variables, ...values }
  const { variablesBytes } = draft.context.limits
  const bytes = jsonBytes(variables)
  if (bytes > variablesBytes) {
    endTask(draft, task, {
      status: 'FAILED_WITH_TERMINAL_ERROR',
      reasonForIncompletion: `The variables payload size: ${bytes} of workflow: ${draft.workflow.workflowId} is greater than the permissible limit: ${Math.floor(variablesBytes / 1024)} kilobytes (variablesBytes)`,
    })
    return
  }
  changeWorkflow(draft, { variables })
  endTask(draft, task, { status: 'COMPLETED' })
}
