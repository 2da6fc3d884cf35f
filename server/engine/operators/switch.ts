import type { WorkflowTask } from '@/server/model/workflow-def'
import { caseOperator } from './case-operator'
import { isJavaScript } from './evaluators'

/** SWITCH. A case with an empty list runs nothing: the default is only for values that no case names. */
export const switchTask = caseOperator({
  rowName: 'SWITCH',
  question: (task, input) => {
    const evaluator = task.evaluatorType ?? 'value-param'
    const expression = task.expression ?? ''
    if (isJavaScript(evaluator)) return { by: 'script', expression }
    if (evaluator !== 'value-param') return { by: 'nobody', evaluator }
    return { by: 'value', value: Object.hasOwn(input, expression) ? (input[expression] ?? null) : null }
  },
  branch: branchOf,
  input: (resolved) => resolved,
  output: (name) => ({ evaluationResult: [name], selectedCase: name }),
})

function branchOf(task: WorkflowTask, name: string): readonly WorkflowTask[] {
  return Object.hasOwn(task.decisionCases, name) ? (task.decisionCases[name] ?? []) : task.defaultCase
}
