import { templatedInput } from '@/server/engine/add-task'
import { endTask } from '@/server/engine/draft'
import type { ScriptOutcome } from '@/server/engine/event'
import type { Task } from '@/server/model/execution'
import { askScript } from './ask'
import { ownTask } from './in-place'
import type { Step } from './operator'

/** JSON_JQ_TRANSFORM: `queryExpression` over the whole input; `result` is the first value, `resultList` all of them. */
export const jsonJqTransform = ownTask({ performer: 'system', atOnce: true, input: templatedInput, begin, onScript })

function begin(step: Step, task: Task): void {
  const expression = task.inputData.queryExpression
  if (typeof expression !== 'string' || expression.trim() === '') {
    const reasonForIncompletion = "Missing 'queryExpression' in input parameters"
    endTask(step.draft, task, { status: 'FAILED', reasonForIncompletion })
    return
  }
  askScript(step.draft, task, { language: 'jq', expression, input: task.inputData })
}

function onScript(step: Step, task: Task, outcome: ScriptOutcome): void {
  if (!outcome.ok) {
    fail(step, task, outcome.message)
    return
  }
  const resultList = outcome.all ?? [outcome.value]
  endTask(step.draft, task, { status: 'COMPLETED', outputData: { result: resultList[0] ?? null, resultList } })
}

function fail(step: Step, task: Task, message: string): void {
  endTask(step.draft, task, { status: 'FAILED', outputData: { error: message }, reasonForIncompletion: message })
}
