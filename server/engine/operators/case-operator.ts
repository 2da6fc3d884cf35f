import { addTask, entryOf, rowIdFor } from '@/server/engine/add-task'
import { type Draft, endTask, failWorkflow } from '@/server/engine/draft'
import type { ScriptOutcome } from '@/server/engine/event'
import { javaText } from '@/server/engine/expressions/java-text'
import { evaluatePlainScript } from '@/server/engine/expressions/plain-script'
import { dropTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import type { Json, JsonObject } from '@/server/model/json'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { askScript } from './ask'
import { waitForCase } from './case-ends'
import { inputWithoutId } from './input-without-id'
import type { Entry, Operator, Step } from './operator'

/** How a task that chooses among branches chooses. SWITCH and its predecessor DECISION differ only in this. */
export interface CaseRules {
  readonly rowName: 'SWITCH' | 'DECISION'
  readonly question: (task: WorkflowTask, input: JsonObject) => Question
  readonly branch: (task: WorkflowTask, name: string) => readonly WorkflowTask[]
  readonly input: (resolved: JsonObject) => JsonObject
  readonly output: (name: string) => JsonObject
  /** Why the workflow fails when the script does; left out, the row fails. */
  readonly onError?: (task: WorkflowTask) => string
}

export type Question =
  | { readonly by: 'value'; readonly value: Json }
  | { readonly by: 'script'; readonly expression: string }
  | { readonly by: 'nobody'; readonly evaluator: string }

/**
 * By a value the row is complete when it appears and its branch comes right behind it; by a script it waits for the
 * answer, and the branch follows it as a successor would.
 */
export function caseOperator(rules: CaseRules): Operator {
  const operator: Operator = {
    performer: 'system',
    enter: (step, entry) => enterCase(step, entry, { rules, operator }),
    input: inputWithoutId,
    begin: (step, task) => ask(step.draft, task, rules),
    onScript: (step, task, outcome) => answer(step.draft, { task, rules }, outcome),
    branch: (task) => chosenBranch(rules, task)[0] ?? null,
  }
  return operator
}

/** One that failed and was allowed to has chosen nothing, not even the default. */
function chosenBranch(rules: CaseRules, task: Task): readonly WorkflowTask[] {
  return task.status === 'COMPLETED' ? rules.branch(task.workflowTask, String(task.inputData.case)) : []
}

function enterCase(step: Step, entry: Entry, by: { rules: CaseRules; operator: Operator }): void {
  const { draft } = step
  const { rules, operator } = by
  const taskId = rowIdFor(draft, entry)
  const inputData = operator.input(draft, entry, taskId)
  const question = withoutSandbox(rules.question(entry.task, inputData), inputData)
  if (question.by === 'nobody' && !isOfHost(draft, question)) {
    failWorkflow(draft, `No evaluator registered for type: ${question.evaluator}`)
    return
  }
  const common = { taskId, inputData, taskDefName: rules.rowName }
  if (question.by !== 'value') {
    addTask(draft, { ...entry, operator, fields: { ...common, status: 'IN_PROGRESS' } })
    return
  }
  const made = choice(rules, { definition: entry.task, inputData }, question.value)
  const row = addTask(draft, { ...entry, operator, fields: { ...common, ...made, endTime: draft.context.now } })
  const first = row === null ? null : (operator.branch?.(row) ?? null)
  if (row !== null && first !== null) step.enter({ task: first, place: entryOf(row).place })
}

/** What needs no sandbox is known at once, and the branch comes where Conductor has it: before what else a fork begins. */
function withoutSandbox(question: Question, input: JsonObject): Question {
  const value = question.by === 'script' ? evaluatePlainScript(question.expression, input) : undefined
  return value === undefined ? question : { by: 'value', value }
}

function choice(
  rules: CaseRules,
  row: { definition: WorkflowTask; inputData: JsonObject },
  value: Json,
): Pick<Task, 'status' | 'executed' | 'inputData' | 'outputData'> {
  const name = javaText(value)
  const hasChildren = rules.branch(row.definition, name).length > 0
  return {
    status: 'COMPLETED',
    executed: hasChildren,
    inputData: { ...rules.input(row.inputData), case: name, ...(hasChildren ? { hasChildren: 'true' } : {}) },
    outputData: rules.output(name),
  }
}

/** Nobody here, but perhaps an extension. */
function isOfHost({ context }: Draft, { evaluator }: { readonly evaluator: string }): boolean {
  return context.extensions?.evaluators.has(evaluator) ?? false
}

function ask(draft: Draft, task: Task, rules: CaseRules): void {
  const question = rules.question(task.workflowTask, task.inputData)
  if (question.by === 'value') return
  // The row shows what was chosen by: a secret stays a marker.
  const common = { language: 'javascript', input: task.inputData, secretNames: null } as const
  const expression = question.by === 'script' ? question.expression : (task.workflowTask.expression ?? '')
  askScript(draft, task, { ...common, expression, ...(question.by === 'nobody' && { evaluator: question.evaluator }) })
}

function answer(draft: Draft, asked: { task: Task; rules: CaseRules }, outcome: ScriptOutcome): void {
  const { task, rules } = asked
  if (!outcome.ok && rules.onError !== undefined) {
    dropTask(draft.rows, task)
    failWorkflow(draft, rules.onError(task.workflowTask))
    return
  }
  if (!outcome.ok) {
    endTask(draft, task, { status: 'FAILED', reasonForIncompletion: outcome.message })
    return
  }
  const made = choice(rules, { definition: task.workflowTask, inputData: task.inputData }, outcome.value)
  waitForCase(draft, endTask(draft, task, { ...made, executed: false }))
}
