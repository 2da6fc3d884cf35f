import type { Json, JsonObject } from '@/server/model/json'
import { isJsonObject } from '@/server/model/json'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { describedField, type FieldKind, type InputField, schemaParts } from './schema-fields'

/**
 * The form of a workflow's input, in this order of trust: its JSON schema, the parameters it declares, the
 * `${workflow.input.…}` expressions it uses. The type of a field is that of its example where there is one.
 */
export function inputFields(definition: WorkflowDef, example: JsonObject): readonly InputField[] {
  const schema = schemaParts(definition.inputSchema?.data)
  const uses = usedPaths(definition)
  const names = new Set([
    ...Object.keys(schema.properties),
    ...definition.inputParameters,
    ...Object.keys(definition.inputTemplate),
    ...uses.map((path) => path[0] ?? ''),
    ...Object.keys(example),
  ])
  names.delete('')
  return [...names].map((name) =>
    describedField(schema, name, kindOf(example[name] ?? definition.inputTemplate[name], name, uses)),
  )
}

/** An input that mentions everything the workflow reads: what the user sees when nothing better is known. */
export function skeletonInput(definition: WorkflowDef): JsonObject {
  const result: { [key: string]: Json } = {}
  for (const [name, property] of Object.entries(schemaParts(definition.inputSchema?.data).properties)) {
    if (isJsonObject(property) && property.default !== undefined) result[name] = property.default
  }
  for (const name of definition.inputParameters) result[name] ??= ''
  for (const path of usedPaths(definition)) plant(result, path)
  return { ...result, ...definition.inputTemplate }
}

const USE = /\$\{\s*workflow\.input\.([A-Za-z0-9_$-]+(?:\.[A-Za-z0-9_$-]+)*)/g

function usedPaths(definition: WorkflowDef): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>()
  for (const [, path] of JSON.stringify(definition).matchAll(USE)) if (path) found.set(path, path.split('.'))
  return [...found.values()]
}

function plant(target: { [key: string]: Json }, [head, ...rest]: readonly string[]): void {
  if (head === undefined) return
  const current = target[head]
  if (rest.length === 0) {
    target[head] ??= ''
    return
  }
  const inner: { [key: string]: Json } = isJsonObject(current) ? { ...current } : {}
  plant(inner, rest)
  target[head] = inner
}

function kindOf(example: Json | undefined, name: string, uses: readonly (readonly string[])[]): FieldKind {
  if (typeof example === 'number') return 'number'
  if (typeof example === 'boolean') return 'boolean'
  if (typeof example === 'object' && example !== null) return 'json'
  return uses.some((path) => path[0] === name && path.length > 1) ? 'json' : 'text'
}
