import { isJsonObject, type Json } from '@/server/model/json'
import { javaText } from './java-text'
import type { FunctionName } from './json-path-ast'

/** A use that makes no sense (the sum of a text, the maximum of nothing): the whole path is null. */
export class MeaninglessCallError extends Error {}

/** What a path may call at its end, on one value. */
export function callFunction(name: FunctionName, value: Json, args: readonly Json[]): Json {
  return FUNCTIONS[name](value, args)
}

/** Java computes these in floating point, and writes them so. */
export const DOUBLES: ReadonlySet<FunctionName> = new Set(['sum', 'avg', 'min', 'max', 'stddev'])

type PathFunction = (value: Json, args: readonly Json[]) => Json

const FUNCTIONS: Readonly<Record<FunctionName, PathFunction>> = {
  length: (value, args) => lengthOf(args[0] ?? value),
  size: (value, args) => lengthOf(args[0] ?? value),
  keys: (value) => (isJsonObject(value) ? Object.keys(value) : null),
  first: (value) => at(value, 0),
  last: (value) => at(value, -1),
  index: (value, [position]) => at(value, position),
  append: (value, args) => (Array.isArray(value) ? [...value, ...args] : null),
  concat: (value, args) => {
    const own: readonly Json[] = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
    return [...own, ...args.filter((arg) => arg !== null)].map(javaText).join('')
  },
  sum: aggregate((numbers) => sum(numbers)),
  avg: aggregate((numbers) => sum(numbers) / numbers.length),
  min: aggregate((numbers) => numbers.reduce((a, b) => Math.min(a, b))),
  max: aggregate((numbers) => numbers.reduce((a, b) => Math.max(a, b))),
  stddev: aggregate((numbers) => {
    const total = sum(numbers)
    const count = numbers.length
    return Math.sqrt(sum(numbers.map((number) => number * number)) / count - (total * total) / count / count)
  }),
}

function aggregate(compute: (numbers: readonly number[]) => number): PathFunction {
  return (value, args) => {
    const candidates: readonly Json[] = [...(Array.isArray(value) ? value : []), ...args.flat()]
    const numbers = candidates.filter((item) => typeof item === 'number')
    if (numbers.length === 0) throw new MeaninglessCallError('There are no numbers.')
    return compute(numbers)
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Of a text there is none. */
function lengthOf(value: Json): Json {
  if (Array.isArray(value)) return value.length
  return isJsonObject(value) ? Object.keys(value).length : null
}

function at(value: Json, position: Json | undefined): Json {
  const found =
    Array.isArray(value) && typeof position === 'number' ? (value as readonly Json[]).at(position) : undefined
  if (found === undefined) throw new MeaninglessCallError('There is no such element.')
  return found
}
