import { findReferences, type Reference } from '@/server/engine/expressions/references'
import type { Json } from '@/server/model/json'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { deeper, error, type Place, type Problem, warning } from './problem'
import type { PlacedTask } from './walk-tasks'

/** Names that a marker may start with without being a task: everything else must be defined. */
const KNOWN_ROOTS = ['workflow', 'CPEWF_TASK_ID', 'NETFLIX_ENV', 'NETFLIX_STACK']

/**
 * Expressions that name nobody. Conductor checks the input of top-level tasks only; elsewhere the same mistake is a
 * warning, since it registers there and reads as null.
 */
export function checkReferences(def: WorkflowDef, tasks: readonly PlacedTask[], root: Place): readonly Problem[] {
  const known = new Set([...KNOWN_ROOTS, ...tasks.map(({ task }) => task.taskReferenceName)])
  const inputs = tasks.flatMap((placed) => checkTaskInput(placed, known, root))
  const outputs = findReferences(def.outputParameters)
    .filter((reference) => isUnknown(reference, known))
    .map((reference) =>
      warning(
        deeper(root, 'outputParameters', ...reference.pointer),
        `\${${reference.source}} names ${reference.root}, which is not a task of this workflow.`,
      ),
    )
  return [...inputs, ...outputs]
}

function checkTaskInput(placed: PlacedTask, known: ReadonlySet<string>, root: Place): readonly Problem[] {
  const { task, place, topLevel } = placed
  const told = new Set<string>()
  return findReferences(task.inputParameters).flatMap((reference) => {
    const message = complaint(reference, placed, known)
    const pointer = [...place.pointer, 'inputParameters', ...reference.pointer]
    // One text may make the same mistake twice.
    const mark = `${pointer.join('/')} ${message}`
    if (message === null || told.has(mark)) return []
    told.add(mark)
    const at = { path: root.path, pointer, taskReferenceName: task.taskReferenceName }
    return [topLevel ? error(at, message) : warning(at, message)]
  })
}

function complaint(reference: Reference, { task }: PlacedTask, known: ReadonlySet<string>): string | null {
  const key = reference.pointer.findLast((step) => typeof step === 'string')
  if (!reference.valid || hasBareBlank(reference.source)) {
    return `key: ${key} input parameter value: ${reference.source} is not valid`
  }
  if (!isUnknown(reference, known)) return null
  const text = textAt(task.inputParameters, reference.pointer)
  return `taskReferenceName: ${reference.root} for given task: ${task.name} input value: ${key} of input parameter: ${text} is not defined in workflow definition.`
}

function isUnknown(reference: Reference, known: ReadonlySet<string>): boolean {
  return reference.root !== null && !known.has(reference.root)
}

/** Conductor refuses every blank in a path; inside brackets (`['two words']`, filters) they have a meaning. */
function hasBareBlank(source: string): boolean {
  let depth = 0
  for (const char of source) {
    if (char === '[' || char === '{') depth += 1
    else if (char === ']' || char === '}') depth -= 1
    else if (depth === 0 && /\s/.test(char)) return true
  }
  return false
}

function textAt(value: Json, pointer: readonly (string | number)[]): string {
  let at: Json | undefined = value
  for (const step of pointer) at = (at as Readonly<Record<string | number, Json>> | undefined)?.[step]
  return String(at)
}
