import { z } from 'zod'
import { isJsonObject, type JsonObject } from './json'
import { orDefault, requiredName } from './task-def'

/** Conductor's SchemaDef: a JSON Schema under a name and a version. Only JSON is checked; the others are kept. */
export const SCHEMA_TYPES = ['JSON', 'AVRO', 'PROTOBUF'] as const

export const schemaDefSchema = z.object({
  name: requiredName,
  version: orDefault(z.int32().min(1), 1),
  type: orDefault(z.enum(SCHEMA_TYPES), 'JSON'),
  data: z.custom<JsonObject>(isJsonObject, 'must be a JSON object').nullish(),
  externalRef: z.string().nullish(),
})
export type SchemaDef = z.output<typeof schemaDefSchema>

/** SDKs send one or a list. */
export const schemaDefsSchema = z.union([z.array(schemaDefSchema), schemaDefSchema.transform((one) => [one])])

/** What a definition says: the schema itself, or the name (and version) of a registered one. */
export interface SchemaRef {
  readonly name?: string | null
  readonly version?: number | null
  readonly data?: JsonObject | null
}
