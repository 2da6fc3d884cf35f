import { templatedInput } from '@/server/engine/add-task'
import { endTask } from '@/server/engine/draft'
import type { ScriptOutcome } from '@/server/engine/event'
import type { Task } from '@/server/model/execution'
import { askScript } from './ask'
import { ownTask } from './in-place'
import type { Step } from './operator'

/** LAMBDA (deprecated): `scriptExpression` is the body of a function, which must return. */
export const lambda = ownTask({ performer: 'system', atOnce: true, input: templatedInput, begin, onScript })

function begin(step: Step, task: Task): void {
  const body = task.inputData.scriptExpression
  if (typeof body !== 'string' || body.trim() === '') {
    const reason =
      "Empty 'scriptExpression' in Lambda task's input parameters. A non-empty String value must be provided."
    endTask(step.draft, task, { status: 'FAILED', reasonForIncompletion: reason })
    return
  }
  const expression = `(function () {${body}\n})()`
  askScript(step.draft, task, { language: 'javascript', expression, input: task.inputData })
}

function onScript(step: Step, task: Task, outcome: ScriptOutcome): void {
  if (outcome.ok) endTask(step.draft, task, { status: 'COMPLETED', outputData: { result: outcome.value } })
  else fail(step, task, outcome.message)
}

function fail(step: Step, task: Task, message: string): void {
  endTask(step.draft, task, { status: 'FAILED', outputData: { error: message }, reasonForIncompletion: message })
}
