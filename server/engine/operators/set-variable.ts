import { changeWorkflow, endTask } from '@/server/engine/draft'
import type { Task } from '@/server/model/execution'
import { ownTask } from './in-place'
import { jsonBytes } from './json-bytes'
import type { Step } from './operator'

/** SET_VARIABLE: each entry of the input becomes a variable of the workflow. Too large a set changes nothing. */
export const setVariable = ownTask({ begin })

function begin(step: Step, task: Task): void {
  const { draft } = step
  const variables = { ...draft.workflow.variables, ...task.inputData }
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
