import type { WorkflowTask } from '@/server/model/workflow-def'
import { caseOperator } from './case-operator'

/** DECISION (deprecated). Unlike SWITCH, a case with an empty list means the default. */
export const decision = caseOperator({
  rowName: 'DECISION',
  question: (task, input) => {
    if (task.caseExpression) return { by: 'script', expression: task.caseExpression }
    const key = task.caseValueParam ?? ''
    return { by: 'value', value: Object.hasOwn(input, key) ? (input[key] ?? null) : null }
  },
  branch: branchOf,
  input: () => ({}),
  output: (name) => ({ caseOutput: [name] }),
  onError: (task) => `Error while evaluating script: ${task.caseExpression}`,
})

function branchOf(task: WorkflowTask, name: string): readonly WorkflowTask[] {
  const cases = Object.hasOwn(task.decisionCases, name) ? (task.decisionCases[name] ?? []) : []
  return cases.length > 0 ? cases : task.defaultCase
}
