import type { FieldProblem } from '@/components/ui/field-problem'
import { validateTaskDef } from '@/server/engine/validate/validate-task-def'
import { isJsonObject } from '@/server/model/json'
import { type TaskDef, type TaskDefInput, taskDefSchema } from '@/server/model/task-def'

/** What a new definition begins with. */
export const EXAMPLE_TASK_DEFINITION: TaskDefInput = {
  name: 'my_task',
  retryCount: 3,
  retryDelaySeconds: 5,
  timeoutSeconds: 60,
  responseTimeoutSeconds: 30,
}

type Parsed =
  | { readonly ok: true; readonly value: TaskDef }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

const OURS: ReadonlySet<string> = new Set(['createTime', 'updateTime', 'createdBy', 'updatedBy'])

/** What a person edits: without what the server writes itself and without what says nothing. */
export function taskDefinitionText(definition: TaskDefInput): string {
  const shown = Object.entries(definition).filter(([name, value]) => !OURS.has(name) && !isEmpty(value))
  return JSON.stringify(Object.fromEntries(shown), null, 2)
}

/** What the text says, without what is added by default; null when it is no object. */
export function readTaskDefinition(text: string): TaskDefInput | null {
  const json = parseJson(text)
  return json.ok && isJsonObject(json.value) ? (json.value as unknown as TaskDefInput) : null
}

export function parseTaskDefinition(text: string): Parsed {
  const json = parseJson(text)
  if (!json.ok) return json
  const result = taskDefSchema.safeParse(json.value)
  if (result.success) {
    const problems = validateTaskDef(result.data, 'definition').filter(({ severity }) => severity === 'error')
    if (problems.length === 0) return { ok: true, value: result.data }
    return { ok: false, problems: problems.map(({ pointer, message }) => ({ path: pointer.join('.'), message })) }
  }
  return {
    ok: false,
    problems: result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
  }
}

function parseJson(text: string): { ok: true; value: unknown } | { ok: false; problems: readonly FieldProblem[] } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return {
      ok: false,
      problems: [{ path: '', message: error instanceof Error ? error.message : 'This is not JSON.' }],
    }
  }
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}
