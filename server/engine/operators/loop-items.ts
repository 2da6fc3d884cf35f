import type { Draft } from '@/server/engine/draft'
import { resolveInputs } from '@/server/engine/expressions/resolve-inputs'
import { scopeOf } from '@/server/engine/scope'
import type { Task } from '@/server/model/execution'
import type { Json } from '@/server/model/json'

/**
 * The list that a loop goes through: `items`, the input `_items`, or as in Orkes the input `items` of a loop without a
 * condition (with one, be it empty, it is an input like any other). Null for a loop that only has a condition.
 */
export function loopItems(draft: Draft, task: Task): readonly Json[] | null {
  const text = task.workflowTask.items
  const given = text ? resolveInputs(text, scopeOf(draft, text)) : (task.inputData._items ?? plainItems(task))
  if (given === undefined || (given === null && !text)) return asksForList(task) ? [] : null
  if (given === null) return []
  return Array.isArray(given) ? given : [given]
}

function plainItems({ workflowTask, inputData }: Task): Json | undefined {
  return workflowTask.loopCondition == null ? inputData.items : undefined
}

/** An expression that finds nothing is a list without items; a plain null is no list. */
function asksForList({ workflowTask: { inputParameters } }: Task): boolean {
  return (inputParameters._items ?? null) !== null
}
