import type { Json } from '@/server/model/json'
import { isJsonObject } from '@/server/model/json'
import type { Comparison, Condition, Operand } from './json-path-ast'

/** The value of an operand for the item at hand; undefined when its path leads nowhere. */
export type Resolve = (operand: Operand) => Json | undefined

export function holds(condition: Condition, resolve: Resolve): boolean {
  switch (condition.type) {
    case 'and':
      return holds(condition.left, resolve) && holds(condition.right, resolve)
    case 'or':
      return holds(condition.left, resolve) || holds(condition.right, resolve)
    case 'not':
      return !holds(condition.condition, resolve)
    case 'exists':
      return exists(condition.operand, resolve)
    case 'compare':
      return COMPARE[condition.operator](resolve(condition.left), resolve(condition.right))
  }
}

/** `[?(true)]` and `[?(@.a)]`: a literal counts by its value, a path by leading somewhere. */
function exists(operand: Operand, resolve: Resolve): boolean {
  const value = resolve(operand)
  return operand.type === 'literal' ? value === true : value !== undefined
}

type Side = Json | undefined

const COMPARE: Readonly<Record<Comparison, (left: Side, right: Side) => boolean>> = {
  '==': equal,
  '!=': (left, right) => !equal(left, right),
  '<': (left, right) => order(left, right) === -1,
  '>': (left, right) => order(left, right) === 1,
  '<=': (left, right) => [-1, 0].includes(order(left, right) ?? 2),
  '>=': (left, right) => [1, 0].includes(order(left, right) ?? 2),
  in: (left, right) => items(right).some((item) => equal(left, item)),
  nin: (left, right) => !items(right).some((item) => equal(left, item)),
  subsetof: (left, right) => Array.isArray(left) && items(left).every((item) => includes(right, item)),
  anyof: (left, right) => items(left).some((item) => includes(right, item)),
  noneof: (left, right) => !items(left).some((item) => includes(right, item)),
  contains: (left, right) =>
    typeof left === 'string' ? typeof right === 'string' && left.includes(right) : includes(left, right),
  size: (left, right) => sizeOf(left) === (typeof right === 'number' ? right : sizeOf(right)),
  empty: (left, right) => (sizeOf(left) === 0) === (right !== false),
}

function items(value: Side): readonly Json[] {
  return Array.isArray(value) ? value : []
}

function includes(list: Side, wanted: Side): boolean {
  return items(list).some((item) => equal(item, wanted))
}

function sizeOf(value: Side): number | null {
  return typeof value === 'string' || Array.isArray(value) ? value.length : null
}

function order(left: Side, right: Side): -1 | 0 | 1 | null {
  if (typeof left === 'number' && typeof right === 'number') return left < right ? -1 : left > right ? 1 : 0
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0
  return null
}

function equal(left: Side, right: Side): boolean {
  if (left === right) return true
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => equal(item, right[at]))
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false
  const names = Object.keys(left)
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && equal(left[name], right[name]))
  )
}
