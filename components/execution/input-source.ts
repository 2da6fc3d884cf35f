import type { Json } from '@/server/model/json'
import { tasksByRef } from '@/server/model/tasks-by-ref'
import type { WorkflowDef } from '@/server/model/workflow-def'

const ONE_EXPRESSION = /^\$\{\s*([A-Za-z0-9_-]+)\.([A-Za-z]+)/

/** Who produced an input whose definition is one `${…}` expression: a task's name, the workflow's input, a variable. */
export function inputSource(expression: Json | undefined, definition: WorkflowDef): string | null {
  if (typeof expression !== 'string') return null
  const [, owner, part] = ONE_EXPRESSION.exec(expression) ?? []
  if (owner === undefined) return null
  if (owner === 'workflow') return part === 'variables' ? 'a variable' : `the workflow's ${part}`
  return tasksByRef(definition).get(owner)?.name ?? owner
}
