import type { Json } from '@/server/model/json'

/** The few forms of JavaScript that need no JavaScript. */
export type PlainNode =
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'path'; readonly steps: readonly (string | number)[] }
  | { readonly kind: 'not'; readonly operand: PlainNode }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: PlainNode; readonly right: PlainNode }
  | { readonly kind: 'choice'; readonly condition: PlainNode; readonly yes: PlainNode; readonly no: PlainNode }

const LONGEST = 500
const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)(?![\w.])|'([^'\\\n]*)'|"([^"\\\n]*)"|([A-Za-z_$][\w$]*)|(===|!==|==|!=|<=|>=|&&|\|\||[<>!+\-().[\]{};?:]))/y
/** Loosest first; within a row from left to right. */
const OPERATORS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '===', '!=='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
]
const WORDS: Readonly<Record<string, Json>> = { true: true, false: false, null: null }

type Token =
  | { readonly type: 'value'; readonly value: Json }
  | { readonly type: 'word' | 'symbol'; readonly text: string }

/** Null: not such a script. */
export function parsePlainScript(script: string): PlainNode | null {
  const tokens = script.length > LONGEST ? null : tokenize(script)
  if (tokens === null) return null
  const reader = { tokens, at: 0 }
  const node = isWord(reader, 'if') ? choice(reader) : statement(reader)
  return node !== null && reader.at === tokens.length ? node : null
}

function tokenize(script: string): Token[] | null {
  const text = script.trimEnd()
  const tokens: Token[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const match = TOKEN.exec(text)
    if (match === null) return null
    const [, number, single, double, word, symbol] = match
    if (number !== undefined) tokens.push({ type: 'value', value: Number(number) })
    else if (word !== undefined) tokens.push({ type: 'word', text: word })
    else if (symbol !== undefined) tokens.push({ type: 'symbol', text: symbol })
    else tokens.push({ type: 'value', value: single ?? double ?? '' })
  }
  return tokens
}

interface Reader {
  readonly tokens: readonly Token[]
  at: number
}

function isWord({ tokens, at }: Reader, text: string): boolean {
  const token = tokens[at]
  return token?.type === 'word' && token.text === text
}

function take(reader: Reader, ...texts: readonly string[]): string | null {
  const token = reader.tokens[reader.at]
  if (token === undefined || token.type === 'value' || !texts.includes(token.text)) return null
  reader.at += 1
  return token.text
}

/** `if (a) { b } else { c }`: the value of a script is that of its last statement. */
function choice(reader: Reader): PlainNode | null {
  take(reader, 'if')
  const condition = take(reader, '(') && expression(reader)
  if (!condition || !take(reader, ')')) return null
  const yes = block(reader)
  const no = take(reader, 'else') && block(reader)
  take(reader, ';')
  return yes && no ? { kind: 'choice', condition, yes, no } : null
}

function block(reader: Reader): PlainNode | null {
  const node = take(reader, '{') && statement(reader)
  return node && take(reader, '}') ? node : null
}

function statement(reader: Reader): PlainNode | null {
  const node = either(reader)
  take(reader, ';')
  return node
}

/** `a ? b : c`, and plain expressions. */
function either(reader: Reader): PlainNode | null {
  const condition = expression(reader)
  if (!condition || !take(reader, '?')) return condition
  const yes = either(reader)
  const no = yes && take(reader, ':') && either(reader)
  return yes && no ? { kind: 'choice', condition, yes, no } : null
}

function expression(reader: Reader, level = 0): PlainNode | null {
  const operators = OPERATORS[level]
  if (operators === undefined) return unary(reader)
  let left = expression(reader, level + 1)
  for (let operator = take(reader, ...operators); left && operator; operator = take(reader, ...operators)) {
    const right = expression(reader, level + 1)
    left = right && { kind: 'binary', operator, left, right }
  }
  return left
}

function unary(reader: Reader): PlainNode | null {
  if (take(reader, '!')) {
    const operand = unary(reader)
    return operand && { kind: 'not', operand }
  }
  if (take(reader, '(')) {
    const inner = either(reader)
    return inner && take(reader, ')') ? inner : null
  }
  const token = reader.tokens[reader.at]
  if (token?.type === 'value') {
    reader.at += 1
    return { kind: 'literal', value: token.value }
  }
  if (token?.type !== 'word') return null
  reader.at += 1
  if (token.text === '$') return path(reader)
  return Object.hasOwn(WORDS, token.text) ? { kind: 'literal', value: WORDS[token.text] ?? null } : null
}

/** `$.a['b'][0].c`. */
function path(reader: Reader): PlainNode | null {
  const steps: (string | number)[] = []
  for (let sign = take(reader, '.', '['); sign !== null; sign = take(reader, '.', '[')) {
    const token = reader.tokens[reader.at]
    reader.at += 1
    if (sign === '.' && token?.type === 'word') steps.push(token.text)
    else if (sign === '[' && token?.type === 'value' && isStep(token.value) && take(reader, ']'))
      steps.push(token.value)
    else return null
  }
  return steps.length === 0 ? null : { kind: 'path', steps }
}

function isStep(value: Json): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}
