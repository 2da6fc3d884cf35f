import type { Definition, GraphTask, JsonPath } from './definition'

/**
 * The definition with the value at a path replaced. Everything beside the path keeps its identity: undo compares
 * by identity, and the text is rewritten only where an identity changed. `undefined` removes a key.
 */
export function updateAt(definition: Definition, path: JsonPath, change: (value: unknown) => unknown): Definition {
  return updateValue(definition, path, change) as Definition
}

function updateValue(value: unknown, path: JsonPath, change: (value: unknown) => unknown): unknown {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (typeof step === 'number') {
    const list = Array.isArray(value) ? value : []
    return list.map((item, i) => (i === step ? updateValue(item, rest, change) : item))
  }
  const object = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const next = updateValue(object[step], rest, change)
  if (next !== undefined) return { ...object, [step]: next }
  const { [step]: _, ...others } = object
  return others
}

export function valueAt(definition: Definition, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown> | undefined)?.[step],
    definition,
  )
}

export function listAt(definition: Definition, path: JsonPath): readonly GraphTask[] {
  const list = valueAt(definition, path)
  return Array.isArray(list) ? (list as GraphTask[]) : []
}

export function taskAt(definition: Definition, path: JsonPath): GraphTask | undefined {
  return valueAt(definition, path) as GraphTask | undefined
}

export function updateList(
  definition: Definition,
  list: JsonPath,
  change: (tasks: readonly GraphTask[]) => readonly GraphTask[],
): Definition {
  return updateAt(definition, list, (value) => change(Array.isArray(value) ? (value as GraphTask[]) : []))
}
