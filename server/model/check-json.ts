import { AppError } from './errors'
import type { Limits } from './limits'

type JsonLimits = Pick<Limits, 'jsonDepth' | 'jsonKeys' | 'stringBytes'>

/**
 * Refuses parsed JSON that would hurt later: nesting that overflows a stack, key bombs, characters that PostgreSQL
 * cannot store. One iterative walk; `escapes` says whether the source had an escape that could make such a character.
 */
export function checkJson(root: unknown, limits: JsonLimits, escapes: boolean): void {
  const pending: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }]
  let keys = 0
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, depth } = next
    if (typeof value === 'string') checkText(value, limits, escapes)
    if (typeof value !== 'object' || value === null) continue
    if (depth > limits.jsonDepth) throw refuse(`it is nested deeper than ${limits.jsonDepth} (limit jsonDepth)`)
    if (Array.isArray(value)) {
      for (const item of value) pending.push({ value: item, depth: depth + 1 })
      continue
    }
    for (const [key, item] of Object.entries(value)) {
      keys += 1
      checkText(key, limits, escapes)
      pending.push({ value: item, depth: depth + 1 })
    }
    if (keys > limits.jsonKeys) throw refuse(`it has more than ${limits.jsonKeys} keys (limit jsonKeys)`)
  }
}

function checkText(text: string, limits: JsonLimits, escapes: boolean): void {
  if (text.length > limits.stringBytes)
    throw refuse(`a text in it is longer than ${limits.stringBytes} characters (limit stringBytes)`)
  if (!escapes) return
  if (text.includes('\u0000')) throw refuse('a text in it contains the character NUL')
  if (!text.isWellFormed()) throw refuse('a text in it contains half of a surrogate pair')
}

function refuse(problem: string): AppError {
  return new AppError('BAD_REQUEST', `The body cannot be accepted: ${problem}.`)
}
