import type { Json } from '@/server/model/json'
import {
  COMPARISONS,
  type Comparison,
  type Condition,
  FUNCTION_NAMES,
  type JsonPath,
  type Operand,
  type Step,
} from './json-path-ast'
import { PathScanner } from './json-path-scanner'

/** Text → path. `$.` may be left out. Throws `PathSyntaxError`. */
export function parseJsonPath(text: string): JsonPath {
  const trimmed = text.trim()
  const scanner = new PathScanner(trimmed.startsWith('$') ? trimmed : `$.${trimmed}`)
  scanner.expect('$')
  const steps = parseSteps(scanner)
  if (!scanner.done) throw scanner.error('unexpected text')
  return { from: '$', steps }
}

/** Reads steps until something else comes (the end, or an operator inside a filter). */
export function parseSteps(scanner: PathScanner): Step[] {
  const steps: Step[] = []
  for (;;) {
    if (scanner.take('..')) {
      steps.push({ type: 'descend' }, scanner.peek() === '[' ? parseBracket(scanner) : parseName(scanner))
    } else if (scanner.peek() === '[') {
      steps.push(parseBracket(scanner))
    } else if (scanner.take('.')) {
      // `$.['a']` is accepted, as Jayway does.
      steps.push(scanner.peek() === '[' ? parseBracket(scanner) : parseName(scanner))
    } else return steps
  }
}

function parseName(scanner: PathScanner): Step {
  if (scanner.take('*')) return { type: 'wildcard' }
  const name = scanner.match(/[^\s.[\](),=!<>&|~'"]+/y)
  if (name === null) throw scanner.error('a name expected')
  if (!scanner.take('(')) return { type: 'names', names: [name] }
  const known = FUNCTION_NAMES.find((candidate) => candidate === name)
  if (!known) throw scanner.error(`no function named ${name}`)
  return { type: 'call', name: known, args: parseArguments(scanner) }
}

function parseArguments(scanner: PathScanner): Operand[] {
  const args: Operand[] = []
  scanner.skipBlanks()
  while (!scanner.take(')')) {
    if (args.length > 0) scanner.expect(',')
    args.push(parseOperand(scanner))
    scanner.skipBlanks()
  }
  return args
}

function parseBracket(scanner: PathScanner): Step {
  scanner.expect('[')
  scanner.skipBlanks()
  const step = scanner.nested(() => parseBracketBody(scanner))
  scanner.skipBlanks()
  scanner.expect(']')
  return step
}

function parseBracketBody(scanner: PathScanner): Step {
  if (scanner.take('*')) return { type: 'wildcard' }
  if (scanner.take('?')) return { type: 'filter', condition: parseCondition(scanner) }
  if (scanner.peek() === "'" || scanner.peek() === '"') {
    return { type: 'names', names: separated(scanner, () => scanner.quoted()) }
  }
  const first = parseInteger(scanner)
  scanner.skipBlanks()
  if (scanner.take(':')) {
    scanner.skipBlanks()
    return { type: 'slice', from: first, to: parseInteger(scanner) }
  }
  if (first === null) throw scanner.error('a name, an index or a filter expected')
  const more = scanner.take(',') ? separated(scanner, () => parseInteger(scanner)) : []
  return { type: 'indexes', indexes: [first, ...more] }
}

function parseInteger(scanner: PathScanner): number | null {
  const digits = scanner.match(/-?\d{1,10}/y)
  return digits === null ? null : Number(digits)
}

function separated<T>(scanner: PathScanner, read: () => T | null): T[] {
  const items: T[] = []
  do {
    scanner.skipBlanks()
    const item = read()
    if (item === null) throw scanner.error('another value expected')
    items.push(item)
    scanner.skipBlanks()
  } while (scanner.take(','))
  return items
}

/**
 * Filters: `(@.price < 10 && @.tags contains 'x')`. `=~` is left out on purpose: a tenant's regular expression in
 * this process could run for ever.
 */
function parseCondition(scanner: PathScanner): Condition {
  return scanner.nested(() => {
    let left = parseConjunction(scanner)
    while (takeWord(scanner, '||')) left = { type: 'or', left, right: parseConjunction(scanner) }
    return left
  })
}

function parseConjunction(scanner: PathScanner): Condition {
  let left = parseTerm(scanner)
  while (takeWord(scanner, '&&')) left = { type: 'and', left, right: parseTerm(scanner) }
  return left
}

function parseTerm(scanner: PathScanner): Condition {
  scanner.skipBlanks()
  if (scanner.take('!')) return scanner.nested(() => ({ type: 'not', condition: parseTerm(scanner) }))
  if (scanner.take('(')) {
    const condition = parseCondition(scanner)
    scanner.skipBlanks()
    scanner.expect(')')
    return condition
  }
  const left = parseOperand(scanner)
  const operator = parseComparison(scanner)
  if (operator === null) return { type: 'exists', operand: left }
  return { type: 'compare', operator, left, right: parseOperand(scanner) }
}

function parseComparison(scanner: PathScanner): Comparison | null {
  scanner.skipBlanks()
  const token = scanner.match(/[=!<>]=|[<>]|[a-zA-Z]+/y)?.toLowerCase()
  if (token === undefined) return null
  const known = COMPARISONS.find((candidate) => candidate === token)
  if (!known) throw scanner.error(`no operator named ${token}`)
  return known
}

/** A path (`@.a`, `$.b`) or a literal: text, number, true, false, null, list. */
function parseOperand(scanner: PathScanner): Operand {
  scanner.skipBlanks()
  if (scanner.take('@')) return { type: 'path', path: { from: '@', steps: parseSteps(scanner) } }
  if (scanner.take('$')) return { type: 'path', path: { from: '$', steps: parseSteps(scanner) } }
  return { type: 'literal', value: parseLiteral(scanner) }
}

const WORDS: Readonly<Record<string, Json>> = { true: true, false: false, null: null }

function parseLiteral(scanner: PathScanner): Json {
  scanner.skipBlanks()
  const text = scanner.quoted()
  if (text !== null) return text
  const number = scanner.match(/-?\d+(\.\d+)?([eE][-+]?\d+)?/y)
  if (number !== null) return Number(number)
  const word = scanner.match(/true|false|null/y)
  if (word !== null) return WORDS[word] ?? null
  scanner.expect('[')
  const items: Json[] = []
  scanner.skipBlanks()
  while (!scanner.take(']')) {
    if (items.length > 0) scanner.expect(',')
    items.push(scanner.nested(() => parseLiteral(scanner)))
    scanner.skipBlanks()
  }
  return items
}

function takeWord(scanner: PathScanner, word: string): boolean {
  scanner.skipBlanks()
  return scanner.take(word)
}
