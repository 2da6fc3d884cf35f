import { allTasks } from '@/components/graph/child-lists'
import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { memberUse } from '@/components/graph/edits/extract/cannot-extract'
import { allReferences } from '@/components/graph/references'
import { analyzeScope } from '@/components/graph/scope/analyze-scope'
import { expressionUses } from '@/components/graph/scope/expression-uses'
import type { Inlining } from './inlining'
import { cannotShareVariables } from './shared-variables'

/** Task types that act on the execution that they stand in. */
const OF_THEIR_EXECUTION: Readonly<Record<string, string>> = {
  TERMINATE: 'it would end all of this workflow here',
  PULL_WORKFLOW_MESSAGES: 'it takes messages sent to the sub-workflow',
}

/** Why what a task runs cannot stand in its place without a change of what it does; null: it can. */
export function cannotInline(inlining: Inlining): string | null {
  return ofCard(inlining.card) ?? ofChild(inlining) ?? ofParent(inlining) ?? cannotShareVariables(inlining)
}

/** What is said of a sub-workflow as a whole cannot be said of its tasks. */
function ofCard({ taskReferenceName: ref, subWorkflowParam, ...card }: GraphTask): string | null {
  const { taskToDomain, idempotencyKey, idempotencyStrategy, priority } = subWorkflowParam ?? {}
  if (card.optional) return `${ref} is optional: it may fail as a whole, and its tasks would fail alone.`
  if (card.retryCount) return `${ref} is retried as a whole, and its tasks would be retried alone.`
  if (card.startDelay) return `${ref} waits before it starts: put a WAIT before it instead.`
  if (card.cacheConfig?.key) return `The result of ${ref} is kept for later runs, which its tasks cannot share.`
  if (Object.keys(taskToDomain ?? {}).length > 0) return `${ref} sends its tasks to domains of their own.`
  if (idempotencyKey || idempotencyStrategy) return `${ref} runs once for each of its idempotency keys.`
  return priority ? `${ref} gives its tasks a priority of their own.` : null
}

function ofChild({ definition, path, card, child }: Inlining): string | null {
  const tasks = [...allTasks(child)].map(({ task }) => task)
  if (tasks.length === 0) return `${child.name} has no tasks.`
  if (child.failureWorkflow) return `When ${child.name} fails it starts ${child.failureWorkflow}.`
  const bound = tasks.find((task) => OF_THEIR_EXECUTION[taskType(task)] !== undefined)
  if (bound) return `${bound.taskReferenceName} cannot stand here: ${OF_THEIR_EXECUTION[taskType(bound)]}.`
  const names = tasks.map((task) => task.taskReferenceName)
  const doubled = names.find((name, i) => names.indexOf(name) !== i)
  if (doubled !== undefined) return `Two tasks of ${child.name} are called ${doubled}: rename one first.`
  return foreignUse(definition, card, child) ?? (path.includes('loopOver') ? earlierTurn(child) : null)
}

/** A name that is no task of the child, so that nothing is read there, but one where its tasks would stand. */
function foreignUse(definition: Definition, card: GraphTask, child: Definition): string | null {
  const own = allReferences(child)
  const here = allReferences(definition)
  here.delete(card.taskReferenceName)
  for (const { reference } of expressionUses(child)) {
    if (!reference.valid) continue
    if (reference.root === null) return `\${${reference.source}} names a task that is known only when it runs.`
    if (!own.has(reference.root) && here.has(reference.root)) {
      return `${child.name} reads \${${reference.source}}, which is no task of it but is one here.`
    }
  }
  return null
}

/** Each turn starts a sub-workflow anew; tasks that stand in the loop remember the turn before. */
function earlierTurn(child: Definition): string | null {
  const scope = analyzeScope(child)
  for (const { reader, reference } of expressionUses(child)) {
    const producer = reference.root === null ? undefined : scope.find(reference.root)
    if (producer === undefined || scope.verdict(reader, producer)?.certainty === 'certain') continue
    return `In a loop \${${reference.source}} could be that of an earlier turn.`
  }
  return null
}

function ofParent({ definition, card: { taskReferenceName: ref } }: Inlining): string | null {
  const tasks = [...allTasks(definition)].map(({ task }) => task)
  if (tasks.filter((task) => task.taskReferenceName === ref).length > 1) {
    return `Two tasks are called ${ref}: rename one first.`
  }
  const update = tasks.find((task) => taskType(task) === 'UPDATE_TASK' && task.inputParameters?.taskRefName === ref)
  if (update !== undefined) return `${update.taskReferenceName} updates ${ref} as a whole.`
  const computed = expressionUses(definition).find(({ reference }) => reference.valid && reference.root === null)
  if (computed) return `\${${computed.reference.source}} names a task that is known only when it runs.`
  return memberUse(definition, new Set([ref]))
}
