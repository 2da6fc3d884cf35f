import { type GraphTask, taskType } from '@/components/graph/definition'
import { renameInScript } from '@/components/graph/references'
import type { Json } from '@/server/model/json'
import type { Putting } from './put-values'
import { valueIn } from './value-in'

export interface Given {
  readonly ref: string
  /** What the workflow that it ran gave back; null: nothing that can be named. */
  readonly given: Json | null
}

/** Conditions of loops and scripts of JOINs see outputs by the names of tasks: `$.sub.total` becomes `$.price.total`. */
export function readInScript(task: GraphTask, { ref, given }: Given, refuse: Putting['refuse']): Partial<GraphTask> {
  const field = taskType(task) === 'DO_WHILE' ? 'loopCondition' : taskType(task) === 'JOIN' ? 'expression' : null
  const code = field === null ? undefined : task[field]
  if (field === null || !code) return {}
  const plain = ref.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const use = new RegExp(
    `\\$(?:\\.${plain}(?![\\w$])|\\[(['"])${plain}\\1\\])(\\.[A-Za-z_]\\w*|\\[(['"])[^'"]+\\3\\])`,
    'g',
  )
  const next = code.replace(use, (all, _quote, member: string) => scriptPath(given, member) ?? all)
  const usesIt = renameInScript(next, new Map([[ref, `${ref}_`]])) !== next
  if (usesIt) refuse(`The script of ${task.taskReferenceName} reads ${ref} in a way that cannot follow.`)
  return next === code ? {} : { [field]: next }
}

function scriptPath(given: Json | null, member: string): string | null {
  const found = given === null ? null : valueIn(given, member)
  if (found === null || !('source' in found)) return null
  const [, ref = '', path] =
    /^([^.[\s$]+)\.output((?:\.[A-Za-z_]\w*|\[(?:\d+|'[^']*'|"[^"]*")\])*)$/.exec(found.source) ?? []
  if (path === undefined || ref === 'workflow') return null
  return /^[A-Za-z_]\w*$/.test(ref) ? `$.${ref}${path}` : `$['${ref}']${path}`
}
