import type { Json, JsonObject } from '@/server/model/json'
import { isJsonObject } from '@/server/model/json'
import type { WorkflowDef } from '@/server/model/workflow-def'

export type InputOption = string | number | boolean
export type FieldKind = 'text' | 'number' | 'boolean' | 'json'

export interface InputField {
  readonly name: string
  readonly kind: FieldKind
  readonly required: boolean
  readonly description: string | null
  /** The only values it may have; empty: any. */
  readonly options: readonly InputOption[]
}

/**
 * The form of a workflow's input, in this order of trust: its JSON schema, the parameters it declares, the
 * `${workflow.input.…}` expressions it uses. The type of a field is that of its example where there is one.
 */
export function inputFields(definition: WorkflowDef, example: JsonObject): readonly InputField[] {
  const schema = schemaOf(definition)
  const uses = usedPaths(definition)
  const names = new Set([
    ...Object.keys(schema.properties),
    ...definition.inputParameters,
    ...Object.keys(definition.inputTemplate),
    ...uses.map((path) => path[0] ?? ''),
    ...Object.keys(example),
  ])
  names.delete('')
  return [...names].map((name) => ({
    name,
    kind:
      kindFromSchema(schema.properties[name]) ?? kindOf(example[name] ?? definition.inputTemplate[name], name, uses),
    required: schema.required.includes(name),
    description: textOf(schema.properties[name], 'description'),
    options: optionsOf(schema.properties[name]),
  }))
}

/** An input that mentions everything the workflow reads: what the user sees when nothing better is known. */
export function skeletonInput(definition: WorkflowDef): JsonObject {
  const result: { [key: string]: Json } = {}
  for (const [name, property] of Object.entries(schemaOf(definition).properties)) {
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

interface InputSchema {
  readonly properties: JsonObject
  readonly required: readonly string[]
}

/** Conductor refers to schemas by name; one that was put in place carries its text in `data`. */
function schemaOf(definition: WorkflowDef): InputSchema {
  const data: unknown = definition.inputSchema?.data
  if (!isJsonObject(data)) return { properties: {}, required: [] }
  const properties = data.properties
  const required = data.required
  return {
    properties: isJsonObject(properties) ? properties : {},
    required: Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [],
  }
}

function kindFromSchema(property: Json | undefined): FieldKind | null {
  switch (textOf(property, 'type')) {
    case 'string':
      return 'text'
    case 'number':
    case 'integer':
      return 'number'
    case 'boolean':
      return 'boolean'
    case 'object':
    case 'array':
      return 'json'
    default:
      return null
  }
}

function textOf(property: Json | undefined, key: string): string | null {
  const value = isJsonObject(property) ? property[key] : undefined
  return typeof value === 'string' ? value : null
}

function optionsOf(property: Json | undefined): readonly InputOption[] {
  const options = isJsonObject(property) ? property.enum : undefined
  return Array.isArray(options) ? options.filter(isOption) : []
}

function isOption(value: Json): value is InputOption {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
