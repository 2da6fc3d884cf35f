import { changeTask, type Draft } from '@/server/engine/draft'
import type { ScriptOutcome } from '@/server/engine/event'
import { joinRefs } from '@/server/engine/task-refs'
import type { Task } from '@/server/model/execution'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import type { TaskStatus } from '@/server/model/status'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { askScript } from './ask'
import { isJavaScript, isTruthy } from './evaluators'

/**
 * A JOIN may have a script that says when it has seen enough: `$.joinOn` are the names, `$[name]` what each branch has
 * put out. It is asked whenever a branch has settled; what comes in while it thinks makes it be asked again.
 */
export function hasScript({ evaluatorType, expression }: WorkflowTask): boolean {
  return isJavaScript(evaluatorType ?? undefined) && typeof expression === 'string' && expression.trim() !== ''
}

/** `seen`: the names that have settled. Nobody is asked about nothing, nor twice about the same. */
export function askJoinScript(
  draft: Draft,
  task: Task,
  { seen, outputs }: { seen: string; outputs: JsonObject },
): void {
  if (task.leaseUntil > 0 || seen === (task.state?.seen ?? '')) return
  const { expression } = task.workflowTask
  const asking = changeTask(draft, task, { state: { ...task.state, seen } })
  const input = { ...outputs, joinOn: joinRefs(task) }
  askScript(draft, asking, { language: 'javascript', expression: String(expression), input })
}

/** `undecided`: the script wants to see more. */
export type ScriptVerdict =
  | { readonly type: 'undecided' }
  | { readonly type: 'ended'; readonly end: Pick<Task, 'status'> & Partial<Task> }

const ENDS: ReadonlySet<TaskStatus> = new Set([
  'COMPLETED',
  'COMPLETED_WITH_ERRORS',
  'FAILED',
  'FAILED_WITH_TERMINAL_ERROR',
  'CANCELED',
])

/** `true`, or an object that says how it ends; anything else: not yet. */
export function verdictOf(outcome: ScriptOutcome): ScriptVerdict {
  if (!outcome.ok) return ended({ status: 'FAILED', reasonForIncompletion: outcome.message })
  const { value } = outcome
  if (isTruthy(value)) return ended({ status: 'COMPLETED' })
  const status = isJsonObject(value) ? (value.status as TaskStatus) : null
  if (!isJsonObject(value) || status === null || !ENDS.has(status)) return { type: 'undecided' }
  const { outputData, reasonForIncompletion: reason = null } = value
  return ended({
    status,
    reasonForIncompletion: textOf(reason),
    ...(isJsonObject(outputData) ? { outputData } : {}),
  })
}

const ended = (end: Pick<Task, 'status'> & Partial<Task>): ScriptVerdict => ({ type: 'ended', end })

function textOf(reason: Json): string | null {
  return reason === null ? null : String(reason)
}
