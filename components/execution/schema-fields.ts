import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'

export type InputOption = string | number | boolean
export type FieldKind = 'text' | 'number' | 'boolean' | 'json'

export interface InputField {
  readonly name: string
  readonly kind: FieldKind
  readonly required: boolean
  readonly description: string | null
  /** What the schema's `enum` allows; empty where any value will do. */
  readonly options: readonly InputOption[]
}

interface SchemaParts {
  readonly properties: JsonObject
  readonly required: readonly string[]
}

/** Conductor refers to schemas by name; one that was put in place carries its text in `data`. */
export function schemaParts(data: unknown): SchemaParts {
  if (!isJsonObject(data)) return { properties: {}, required: [] }
  const { properties, required } = data
  return {
    properties: isJsonObject(properties) ? properties : {},
    required: Array.isArray(required) ? required.filter((name) => typeof name === 'string') : [],
  }
}

/** A field as the schema has it; what it does not say is as it is guessed. */
export function describedField(schema: SchemaParts, name: string, guessed: FieldKind): InputField {
  const property = schema.properties[name]
  return {
    name,
    kind: kindFromSchema(property) ?? guessed,
    required: schema.required.includes(name),
    description: textOf(property, 'description'),
    options: optionsOf(property),
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
