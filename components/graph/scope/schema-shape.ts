import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { ANY, BOOLEAN, list, merge, NUMBER, object, type Shape, TEXT } from './shape'

const DEPTH = 12

/** A JSON schema as a shape: the parts that say which members there are and of what type. */
export function shapeOfSchema(schema: Json | undefined): Shape {
  return isJsonObject(schema) ? read(schema, { root: schema, depth: 0 }) : ANY
}

interface Place {
  readonly root: JsonObject
  readonly depth: number
}

function read(schema: JsonObject, place: Place): Shape {
  if (place.depth > DEPTH) return ANY
  const { root } = place
  const inner = (value: Json | undefined): Shape =>
    isJsonObject(value) ? read(value, { root, depth: place.depth + 1 }) : ANY
  if (typeof schema.$ref === 'string') return inner(pointed(root, schema.$ref))
  const parts = [schema.allOf, schema.anyOf, schema.oneOf].flatMap((value) =>
    Array.isArray(value) ? (value as Json[]) : [],
  )
  return parts.map(inner).reduce(merge, plain(schema, inner))
}

function plain(schema: JsonObject, inner: (value: Json | undefined) => Shape): Shape {
  const { properties, items } = schema
  if (isJsonObject(properties)) {
    return object(Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, inner(value)])))
  }
  const types = Array.isArray(schema.type) ? (schema.type as Json[]) : [schema.type ?? null]
  const [type] = types.filter((one) => one !== 'null')
  switch (type) {
    case 'object':
      return object({})
    case 'array':
      return list(inner(items))
    case 'string':
      return TEXT
    case 'number':
    case 'integer':
      return NUMBER
    case 'boolean':
      return BOOLEAN
    default:
      return ANY
  }
}

/** `#/definitions/address` */
function pointed(root: JsonObject, pointer: string): Json | undefined {
  if (!pointer.startsWith('#/')) return undefined
  let at: Json | undefined = root
  for (const step of pointer.slice(2).split('/')) at = isJsonObject(at) ? at[step] : undefined
  return at
}
