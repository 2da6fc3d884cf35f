import type { Decision } from '@/server/engine/decision'
import type { Execution } from '@/server/engine/execution'
import { jsonSize } from '@/server/engine/json-size'
import type { Task } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'

/** How many bytes more (or fewer) an execution takes after a decision. Counted in characters of its JSON. */
export function growthOf({ workflow, tasks }: Execution, { changes }: Decision): number {
  let growth = 0
  for (const task of changes.created) growth += sizeOfTask(task)
  for (const id of changes.removed) growth -= sizeOfTask(tasks.get(id))
  for (const task of changes.updated) {
    const before = tasks.get(task.taskId)
    growth += change(before?.inputData, task.inputData) + change(before?.outputData, task.outputData)
  }
  if (changes.workflow === null) return growth
  const { input, output, variables } = changes.workflow
  return (
    growth + change(workflow.input, input) + change(workflow.output, output) + change(workflow.variables, variables)
  )
}

export function sizeOf(data: JsonObject | undefined): number {
  return data === undefined ? 0 : jsonSize(data, Number.POSITIVE_INFINITY).characters
}

function sizeOfTask(task: Task | undefined): number {
  return sizeOf(task?.inputData) + sizeOf(task?.outputData)
}

/** What stayed the same value was not written again. */
function change(before: JsonObject | undefined, after: JsonObject): number {
  return before === after ? 0 : sizeOf(after) - sizeOf(before)
}
