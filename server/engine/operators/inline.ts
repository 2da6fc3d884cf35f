import { templatedInput } from '@/server/engine/add-task'
import { endTask } from '@/server/engine/draft'
import type { ScriptOutcome } from '@/server/engine/event'
import type { Task } from '@/server/model/execution'
import { askScript } from './ask'
import { isJavaScript } from './evaluators'
import { ownTask } from './in-place'
import type { Step } from './operator'

/** INLINE: the value of `expression`, with the whole input as `$`. What goes wrong is not tried again. */
export const inline = ownTask({ performer: 'system', atOnce: true, input: templatedInput, begin, onScript })

function begin(step: Step, task: Task): void {
  const { expression } = task.inputData
  const evaluatorType = task.inputData.evaluatorType ?? 'javascript'
  if (typeof expression !== 'string' || expression.trim() === '') {
    fail(step, task, "Empty 'expression' in Inline task's input parameters. A non-empty String value must be provided.")
    return
  }
  if (evaluatorType === '') {
    fail(
      step,
      task,
      "Empty 'evaluatorType' in INLINE task's input parameters. A non-empty String value must be provided.",
    )
    return
  }
  if (evaluatorType === 'value-param') {
    readParameter(step, task, expression)
    return
  }
  if (typeof evaluatorType === 'string' && step.draft.context.extensions?.evaluators.has(evaluatorType)) {
    askScript(step.draft, task, {
      language: 'javascript',
      evaluator: evaluatorType,
      expression,
      input: task.inputData,
    })
    return
  }
  if (!isJavaScript(evaluatorType)) {
    fail(step, task, `Unknown evaluator '${evaluatorType}' in INLINE task.`)
    return
  }
  askScript(step.draft, task, { language: 'javascript', expression, input: task.inputData })
}

/** A secret's value is only known to the sandbox. */
function readParameter(step: Step, task: Task, name: string): void {
  if (task.secretNames) {
    askScript(step.draft, task, {
      language: 'javascript',
      expression: `$[${JSON.stringify(name)}]`,
      input: task.inputData,
    })
  } else {
    endTask(step.draft, task, { status: 'COMPLETED', outputData: { result: task.inputData[name] ?? null } })
  }
}

function onScript(step: Step, task: Task, outcome: ScriptOutcome): void {
  if (outcome.ok) endTask(step.draft, task, { status: 'COMPLETED', outputData: { result: outcome.value } })
  else fail(step, task, outcome.message)
}

function fail(step: Step, task: Task, message: string): void {
  endTask(step.draft, task, {
    status: 'FAILED_WITH_TERMINAL_ERROR',
    outputData: { error: message },
    reasonForIncompletion: message,
  })
}
