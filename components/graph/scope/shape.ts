import { isJsonObject, type Json } from '@/server/model/json'

/** What is known of a value before there is one. */
export type Shape =
  | { readonly type: 'any' | 'text' | 'number' | 'boolean' | 'nothing' }
  | { readonly type: 'list'; readonly item: Shape }
  | {
      readonly type: 'object'
      readonly members: Readonly<Record<string, Shape>>
      /** What members of other names look like, such as the turns of a loop. */
      readonly others?: Shape
    }

export const ANY: Shape = { type: 'any' }
export const TEXT: Shape = { type: 'text' }
export const NUMBER: Shape = { type: 'number' }
export const BOOLEAN: Shape = { type: 'boolean' }

export function object(members: Readonly<Record<string, Shape>>, others?: Shape): Shape {
  return others === undefined ? { type: 'object', members } : { type: 'object', members, others }
}

export function list(item: Shape = ANY): Shape {
  return { type: 'list', item }
}

const LOOKED_AT = 20
const DEPTH = 12

export function shapeOf(value: Json | undefined, depth = 0): Shape {
  if (value === undefined || depth > DEPTH) return ANY
  if (value === null) return { type: 'nothing' }
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).slice(0, LOOKED_AT).map((item) => shapeOf(item, depth + 1))
    return list(items.reduce(merge, ANY))
  }
  if (isJsonObject(value)) {
    return object(Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item, depth + 1)])))
  }
  if (typeof value === 'string') return TEXT
  return typeof value === 'number' ? NUMBER : BOOLEAN
}

/** What both know; where they disagree, the second. */
export function merge(a: Shape, b: Shape): Shape {
  if (b.type === 'any' || b.type === 'nothing') return a.type === 'any' ? b : a
  if (a.type === 'object' && b.type === 'object') {
    const members: Record<string, Shape> = { ...a.members }
    for (const [name, shape] of Object.entries(b.members)) {
      members[name] = Object.hasOwn(members, name) ? merge(members[name] as Shape, shape) : shape
    }
    return object(members, b.others ?? a.others)
  }
  if (a.type === 'list' && b.type === 'list') return list(merge(a.item, b.item))
  return b
}

export function typeName(shape: Shape): string {
  switch (shape.type) {
    case 'any':
      return ''
    case 'nothing':
      return 'null'
    case 'list':
      return shape.item.type === 'any' ? 'list' : `list of ${typeName(shape.item)}`
    default:
      return shape.type
  }
}
