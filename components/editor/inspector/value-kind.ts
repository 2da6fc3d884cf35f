import type { GraphTask } from '@/components/graph/definition'

/** A value of an input, as JSON has them. */
export type FieldValue = NonNullable<GraphTask['inputParameters']>[string]

/** How a value is typed into a form. */
export const VALUE_KINDS = ['string', 'number', 'boolean', 'object', 'list', 'null'] as const
export type ValueKind = (typeof VALUE_KINDS)[number]

export function kindOf(value: unknown): ValueKind {
  if (value === null || value === undefined) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'object')
    return typeof value as ValueKind
  return 'string'
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

/** Undefined when the text is no value of that kind. */
export function readValue(text: string, kind: ValueKind): FieldValue | undefined {
  if (kind === 'string') return text
  if (kind === 'null') return null
  try {
    const value = JSON.parse(text) as FieldValue
    return kindOf(value) === kind ? value : undefined
  } catch {
    return undefined
  }
}

/** The same value as another kind, as far as that goes. */
export function convert(value: unknown, kind: ValueKind): FieldValue {
  const text = textOf(value)
  const read = readValue(text, kind)
  if (read !== undefined) return read
  const empty: Readonly<Record<ValueKind, FieldValue>> = {
    string: text,
    number: 0,
    boolean: false,
    object: {},
    list: [],
    null: null,
  }
  return empty[kind]
}
