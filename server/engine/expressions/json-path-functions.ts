import { isJsonObject, type Json } from '@/server/model/json'
import { javaText } from './java-text'
import type { FunctionName } from './json-path-ast'

/** What a path may call at its end. Meaningless uses (the sum of a text, the maximum of nothing) are null. */
export function callFunction(name: FunctionName, value: Json, args: readonly Json[]): Json {
  return FUNCTIONS[name](value, args)
}

type PathFunction = (value: Json, args: readonly Json[]) => Json

const FUNCTIONS: Readonly<Record<FunctionName, PathFunction>> = {
  length: (value, args) => lengthOf(args[0] ?? value),
  size: (value, args) => lengthOf(args[0] ?? value),
  keys: (value) => (isJsonObject(value) ? Object.keys(value) : null),
  first: (value) => at(value, 0),
  last: (value) => at(value, -1),
  index: (value, [position]) => (typeof position === 'number' ? at(value, position) : null),
  append: (value, args) => (Array.isArray(value) ? [...value, ...args] : null),
  concat: (value, args) => {
    const pieces = args.length > 0 ? args : value
    return Array.isArray(pieces) ? pieces.map((piece: Json) => javaText(piece)).join('') : null
  },
  sum: aggregate((numbers) => sum(numbers)),
  avg: aggregate((numbers) => sum(numbers) / numbers.length),
  min: aggregate((numbers) => numbers.reduce((a, b) => Math.min(a, b))),
  max: aggregate((numbers) => numbers.reduce((a, b) => Math.max(a, b))),
  stddev: aggregate((numbers) => {
    const mean = sum(numbers) / numbers.length
    return Math.sqrt(sum(numbers.map((number) => (number - mean) ** 2)) / numbers.length)
  }),
}

function aggregate(compute: (numbers: readonly number[]) => number): PathFunction {
  return (value, args) => {
    const candidates: readonly Json[] = [...(Array.isArray(value) ? value : []), ...args.flat()]
    const numbers = candidates.filter((item) => typeof item === 'number')
    return numbers.length === 0 ? null : compute(numbers)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function lengthOf(value: Json): Json {
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return isJsonObject(value) ? Object.keys(value).length : null
}

function at(value: Json, position: number): Json {
  return Array.isArray(value) ? (value.at(position) ?? null) : null
}
