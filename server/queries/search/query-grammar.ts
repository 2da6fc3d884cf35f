import { AppError } from '@/server/model/errors'
import { type Token, tokenize } from './tokenize'

/**
 * Conductor's search language: `field op value` clauses joined by AND (and, as on Elasticsearch, OR and
 * parentheses). Pure: knows nothing about which fields exist nor how they are stored.
 */
export type SearchNode =
  | { readonly type: 'and' | 'or'; readonly nodes: readonly SearchNode[] }
  | { readonly type: 'clause'; readonly field: string; readonly test: SearchTest }

export type SearchTest =
  | { readonly op: '=' | '!=' | '<' | '>' | '<=' | '>=' | 'starts-with'; readonly value: string }
  | { readonly op: 'in' | 'not-in'; readonly values: readonly string[] }
  | { readonly op: 'between'; readonly from: string; readonly to: string }
  | { readonly op: 'null' | 'not-null' }

const MAX_LENGTH = 10_000
const MAX_DEPTH = 20

/** Null when the query asks for nothing in particular. */
export function parseSearchQuery(text: string): SearchNode | null {
  if (text.trim() === '' || text.trim() === '*') return null
  if (text.length > MAX_LENGTH) throw badQuery(text.slice(0, 60), `it is longer than ${MAX_LENGTH} characters`)
  const reader = new Reader(text, tokenize(text))
  const node = readOr(reader, 0)
  if (reader.peek()) throw reader.error(`unexpected ${nameOf(reader.peek())}`)
  return node
}

/** A cursor over the tokens; the only state of the parser. */
class Reader {
  private readonly text: string
  private readonly tokens: readonly Token[]
  private index = 0

  constructor(text: string, tokens: readonly Token[]) {
    this.text = text
    this.tokens = tokens
  }

  peek(): Token | undefined {
    return this.tokens[this.index]
  }

  take(): Token | undefined {
    const token = this.tokens[this.index]
    this.index += 1
    return token
  }

  /** Takes the next token when it is this bare word (any case). */
  takeWord(word: string): boolean {
    const token = this.peek()
    if (token?.kind !== 'word' || token.quoted || token.text.toUpperCase() !== word) return false
    this.index += 1
    return true
  }

  takeSymbol(symbol: string): boolean {
    const token = this.peek()
    if (token?.kind !== 'symbol' || token.text !== symbol) return false
    this.index += 1
    return true
  }

  error(problem: string): AppError {
    return badQuery(this.text, problem)
  }
}

function readOr(reader: Reader, depth: number): SearchNode {
  if (depth > MAX_DEPTH) throw reader.error(`parentheses are nested deeper than ${MAX_DEPTH}`)
  const nodes = [readAnd(reader, depth)]
  while (reader.takeWord('OR')) nodes.push(readAnd(reader, depth))
  return join('or', nodes)
}

function readAnd(reader: Reader, depth: number): SearchNode {
  const nodes = [readTerm(reader, depth)]
  while (reader.takeWord('AND')) nodes.push(readTerm(reader, depth))
  return join('and', nodes)
}

function join(type: 'and' | 'or', nodes: readonly SearchNode[]): SearchNode {
  const [first] = nodes
  return nodes.length === 1 && first ? first : { type, nodes }
}

function readTerm(reader: Reader, depth: number): SearchNode {
  if (reader.takeSymbol('(')) {
    const node = readOr(reader, depth + 1)
    if (!reader.takeSymbol(')')) throw reader.error('a closing parenthesis is missing')
    return node
  }
  const field = reader.take()
  if (field?.kind !== 'word') throw reader.error(`expected a field name, found ${nameOf(field)}`)
  return { type: 'clause', field: field.text, test: readTest(reader, field.text) }
}

function readTest(reader: Reader, field: string): SearchTest {
  const token = reader.peek()
  if (token?.kind === 'symbol' && token.text !== '(' && token.text !== ')' && token.text !== ',') {
    reader.take()
    return { op: token.text as '=' | '!=' | '<' | '>' | '<=' | '>=', value: readValue(reader) }
  }
  if (reader.takeWord('IN')) return { op: 'in', values: readList(reader) }
  if (reader.takeWord('STARTS_WITH')) return { op: 'starts-with', value: readValue(reader) }
  if (reader.takeWord('NOT')) {
    if (!reader.takeWord('IN')) throw reader.error('expected IN after NOT')
    return { op: 'not-in', values: readList(reader) }
  }
  if (reader.takeWord('BETWEEN')) {
    const from = readValue(reader)
    if (!reader.takeWord('AND')) throw reader.error('expected AND in BETWEEN')
    return { op: 'between', from, to: readValue(reader) }
  }
  if (reader.takeWord('IS')) {
    const negated = reader.takeWord('NOT')
    if (!reader.takeWord('NULL')) throw reader.error('expected NULL after IS')
    return { op: negated ? 'not-null' : 'null' }
  }
  throw reader.error(`expected an operator after ${field}`)
}

function readValue(reader: Reader): string {
  const token = reader.take()
  if (token?.kind !== 'word') throw reader.error(`expected a value, found ${nameOf(token)}`)
  let value = token.text
  // Names with blanks appear unquoted: `workflowType = my flow AND …`.
  for (let next = reader.peek(); !token.quoted && next?.kind === 'word' && !isJoint(next); next = reader.peek()) {
    value += ` ${next.text}`
    reader.take()
  }
  return value
}

/** `(a, 'b c', d e)`: names with blanks need no quotes inside a list. */
function readList(reader: Reader): readonly string[] {
  if (!reader.takeSymbol('(')) return [readValue(reader)]
  const values: string[] = []
  let words: string[] = []
  for (let token = reader.take(); ; token = reader.take()) {
    if (!token) throw reader.error('the list of IN is not closed')
    if (token.kind === 'word') words.push(token.text)
    else if (token.text === ',' || token.text === ')') {
      if (words.length > 0) values.push(words.join(' '))
      words = []
      if (token.text === ')') return values
    } else throw reader.error(`unexpected ${nameOf(token)} in a list`)
  }
}

function isJoint(token: Token | undefined): boolean {
  if (!token) return false
  if (token.kind === 'symbol') return token.text === ')'
  return !token.quoted && (token.text.toUpperCase() === 'AND' || token.text.toUpperCase() === 'OR')
}

function nameOf(token: Token | undefined): string {
  return token ? `"${token.text}"` : 'the end'
}

function badQuery(text: string, problem: string): AppError {
  return new AppError('BAD_REQUEST', `Incorrectly formatted query string: ${text} (${problem})`)
}
