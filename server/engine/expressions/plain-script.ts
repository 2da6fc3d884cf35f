import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { type PlainNode, parsePlainScript } from './plain-script-parser'

/**
 * Scripts that only compare plain values (`$.loop.iteration < 3 && $.a.result == 'x'`, or the `if … else` around it)
 * are worked out here, without a process: a loop of a thousand turns asks a thousand times. Undefined: the script is
 * more than that, or a value is not what JavaScript and this would surely agree on; the sandbox knows.
 */
export function evaluatePlainScript(script: string, input: JsonObject): Json | undefined {
  const node = parsePlainScript(script)
  return node === null ? undefined : work(node, input)
}

function work(node: PlainNode, input: JsonObject): Json | undefined {
  switch (node.kind) {
    case 'literal':
      return node.value
    case 'path':
      return follow(input, node.steps)
    case 'not': {
      const value = work(node.operand, input)
      return isPlain(value) ? !value : undefined
    }
    case 'choice': {
      const asked = work(node.condition, input)
      if (!isPlain(asked)) return undefined
      return work(asked ? node.yes : node.no, input)
    }
    case 'binary':
      return combine(node, input)
  }
}

type Plain = string | number | boolean | null

function isPlain(value: Json | undefined): value is Plain {
  return value !== undefined && typeof value !== 'object' ? true : value === null
}

function combine({ operator, left, right }: Extract<PlainNode, { kind: 'binary' }>, input: JsonObject) {
  const first = work(left, input)
  if (!isPlain(first)) return undefined
  if (operator === '&&' && !first) return first
  if (operator === '||' && first) return first
  const second = work(right, input)
  if (!isPlain(second)) return undefined
  if (operator === '&&' || operator === '||') return second
  if (operator === '===') return first === second
  if (operator === '!==') return first !== second
  return compare(operator, first, second)
}

/** Values of two types would be converted: that is for the sandbox. */
function compare(operator: string, first: Plain, second: Plain): Json | undefined {
  if (typeof first !== typeof second || first === null || second === null) return undefined
  switch (operator) {
    case '==':
      return first === second
    case '!=':
      return first !== second
    case '<':
      return first < second
    case '<=':
      return first <= second
    case '>':
      return first > second
    case '>=':
      return first >= second
    default:
      return arithmetic(operator, first, second)
  }
}

function arithmetic(operator: string, first: Plain, second: Plain): number | undefined {
  if (typeof first !== 'number' || typeof second !== 'number') return undefined
  const result = operator === '+' ? first + second : first - second
  return Number.isFinite(result) ? result : undefined
}

/** Own members only; what is not there is undefined, and with it the whole answer. */
function follow(input: JsonObject, steps: readonly (string | number)[]): Json | undefined {
  let value: Json | undefined = input
  for (const step of steps) {
    if (Array.isArray(value)) value = step === 'length' ? value.length : (value as readonly Json[])[Number(step)]
    else if (isJsonObject(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}
