import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { type PlainNode, parsePlainScript } from './plain-script-parser'

/**
 * Scripts that only compare plain values (`$.loop.iteration < 3 && $.a.result == 'x'`, or the `if … else` around it)
 * are worked out here, without a process: a loop of a thousand turns asks a thousand times. Undefined: the script is
 * more than that, or it goes wrong; the sandbox knows, and has the words for it.
 */
export function evaluatePlainScript(script: string, input: JsonObject): Json | undefined {
  const node = parsePlainScript(script)
  const value = node === null ? UNSURE : work(node, input)
  return value === UNSURE ? undefined : (value ?? null)
}

/** As JavaScript has it, where `undefined` is a value too. */
type Value = Json | undefined
const UNSURE = Symbol('unsure')
type Answer = Value | typeof UNSURE

function work(node: PlainNode, input: JsonObject): Answer {
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'path':
      return follow(input, node.steps)
    case 'not': {
      const value = work(node.operand, input)
      return value === UNSURE ? UNSURE : !value
    }
    case 'choice': {
      const asked = work(node.condition, input)
      if (asked === UNSURE) return UNSURE
      return work(asked ? node.yes : node.no, input)
    }
    case 'binary':
      return combine(node, input)
  }
}

function combine({ operator, left, right }: Extract<PlainNode, { kind: 'binary' }>, input: JsonObject): Answer {
  const first = work(left, input)
  if (first === UNSURE) return UNSURE
  if (operator === '&&') return first ? work(right, input) : first
  if (operator === '||') return first ? first : work(right, input)
  const second = work(right, input)
  if (second === UNSURE) return UNSURE
  return isPlain(first) && isPlain(second) ? compare(operator, first, second) : UNSURE
}

type Plain = string | number | boolean | null | undefined

/** Objects and lists are compared by identity and converted by their methods: that is for the sandbox. */
function isPlain(value: Value): value is Plain {
  return typeof value !== 'object' || value === null
}

/** Plain values are converted into each other by JavaScript itself, which this is too. */
function compare(operator: string, first: Plain, second: Plain): Answer {
  const [a, b] = [first as number, second as number]
  switch (operator) {
    case '===':
      return a === b
    case '!==':
      return a !== b
    case '==':
      return isLooselyEqual(a, b)
    case '!=':
      return !isLooselyEqual(a, b)
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    case '+':
      return asJson(a + b)
    default:
      return asJson(a - b)
  }
}

function isLooselyEqual(a: Plain, b: Plain): boolean {
  // biome-ignore lint/suspicious/noDoubleEquals: the script asks for the conversion
  return a == b
}

/** Of longer texts the sandbox counts the bytes. */
const LONGEST_TEXT = 1_000

/** The sum of two texts is one. */
function asJson(result: number | string): Answer {
  const isPlainEnough = typeof result === 'string' ? result.length <= LONGEST_TEXT : Number.isFinite(result)
  return isPlainEnough ? result : UNSURE
}

function follow(input: JsonObject, steps: readonly (string | number)[]): Answer {
  let value: Answer = input
  for (const step of steps) {
    value = value === UNSURE ? UNSURE : member(value, step)
  }
  return value
}

/** Own members, and nothing where there is none; what comes from a prototype, or of nothing at all, is not plain. */
function member(value: Value, step: string | number): Answer {
  if (typeof value === 'string') return step === 'length' ? value.length : UNSURE
  if (Array.isArray(value)) {
    if (step === 'length') return value.length
    return typeof step === 'number' ? (value as readonly Json[])[step] : UNSURE
  }
  if (!isJsonObject(value as Json)) return UNSURE
  const object = value as JsonObject
  if (Object.hasOwn(object, step)) return object[step]
  return step in Object.prototype ? UNSURE : undefined
}
