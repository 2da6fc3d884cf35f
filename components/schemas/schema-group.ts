import { parseInput } from '@/components/execution/input-text'
import { SCHEMA_TYPES, type SchemaDef } from '@/server/model/schema-def'

export interface StoredVersion extends SchemaDef {
  readonly updateTime: number
  readonly updatedBy: string
}

/** A name with its versions, the newest first. */
export interface SchemaGroup {
  readonly name: string
  readonly versions: readonly [StoredVersion, ...StoredVersion[]]
}

/** As the list comes: by name, the newest version first. */
export function groupSchemas(schemas: readonly StoredVersion[]): readonly SchemaGroup[] {
  return [...Map.groupBy(schemas, ({ name }) => name)].flatMap(([name, [first, ...others]]) =>
    first ? [{ name, versions: [first, ...others] as const }] : [],
  )
}

export const NEW_SCHEMA = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: { orderId: { type: 'string' }, amount: { type: 'number', minimum: 0 } },
  required: ['orderId'],
}

/** What the fields ask for, in a few words: `orderId, amount?`. */
export function fieldWords({ data, type }: StoredVersion): string {
  if (type !== 'JSON') return `${type}, kept but not checked`
  const properties = data?.properties
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return ''
  const required = Array.isArray(data?.required) ? data.required : []
  return Object.keys(properties)
    .map((name) => (required.includes(name) ? name : `${name}?`))
    .join(', ')
}

/** The schema that the dialog means, or why it means none. */
export const parseSchema = (text: string) => parseInput(text, 'A schema is an object: { … }')

export const SCHEMA_TYPE_OPTIONS = SCHEMA_TYPES.map((value) => ({
  value,
  label: value === 'JSON' ? 'JSON Schema' : `${value} (kept, not checked)`,
}))
