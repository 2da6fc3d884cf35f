import { isJavaScript } from '@/server/engine/operators/evaluators'
import { error, type Problem } from '@/server/engine/validate/problem'
import { type PlacedTask, walkTasks } from '@/server/engine/validate/walk-tasks'
import type { Actor } from '@/server/model/actor'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { App } from './app'

/** Parses without running. */
const PARSE = `$.scripts.map(function (script) {
  try { new Function(script); return null } catch (error) { return String(error) }
})`

/**
 * Branching scripts that do not parse, which Conductor refuses at registration: those of SWITCH and DECISION, outside
 * of loops. The sandbox looks at all of them in one go.
 */
export async function scriptProblems(
  { scripts }: Pick<App, 'scripts'>,
  { namespaceId }: Actor,
  { definition, root }: { readonly definition: WorkflowDef; readonly root: string },
): Promise<readonly Problem[]> {
  const placed = walkTasks(definition.tasks, root).filter((task) => !task.inLoop && scriptOf(task) !== null)
  if (placed.length === 0) return []
  const outcome = await scripts.evaluate({
    namespaceId: String(namespaceId),
    language: 'javascript',
    expression: PARSE,
    input: { scripts: placed.map((task) => scriptOf(task) ?? '') },
  })
  const verdicts = outcome.ok && Array.isArray(outcome.value) ? outcome.value : []
  return placed.flatMap(({ task, place }, index) => {
    const verdict = verdicts[index]
    if (typeof verdict !== 'string') return []
    const named = `taskType: ${task.type} taskName ${task.name}`
    return [error(place, `Expression is not well formatted: ${verdict}, ${named}`)]
  })
}

function scriptOf({ task }: PlacedTask): string | null {
  if (task.type === 'DECISION') return task.caseExpression || null
  if (task.type !== 'SWITCH' || !isJavaScript(task.evaluatorType ?? undefined)) return null
  return task.expression || null
}
