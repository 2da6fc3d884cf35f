/** A condition as JavaScript over `$`, with the variables that it reads; null when it is more than can be translated. */
export interface Condition {
  readonly script: string
  readonly variables: readonly string[]
}

const WORDS: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  eq: '===',
  ne: '!==',
  gt: '>',
  lt: '<',
  ge: '>=',
  le: '<=',
}
const LITERALS = new Set(['true', 'false', 'null', 'undefined'])
const TOKEN =
  /\s+|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\d+(?:\.\d+)?|[A-Za-z_$][\w$]*|===|!==|==|!=|>=|<=|&&|\|\||[-+*/%<>=!().[\]]/y

/** JUEL (`${amount > 10}`), FEEL (`= amount > 10`) or plain text: comparisons, arithmetic, and, or, not. */
export function convertCondition(text: string): Condition | null {
  const source = text.trim()
  const isFeel = source.startsWith('=') && !source.startsWith('==')
  const inner = (/^[$#]\{([\s\S]*)\}$/.exec(source)?.[1] ?? (isFeel ? source.slice(1) : source)).trim()
  const tokens = tokenize(inner)
  if (tokens === null || tokens.length === 0) return null
  const variables = new Set<string>()
  const parts: string[] = []
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]
    if (/^[A-Za-z_$]/.test(token) && before !== '.') {
      if (WORDS[token] !== undefined) parts.push(WORDS[token])
      else if (LITERALS.has(token)) parts.push(token)
      else if (tokens[i + 1] === '(') return null
      else {
        variables.add(token)
        parts.push(`$.${token}`)
      }
    } else if (token === '(' && before !== undefined && /^[\w$\])]/.test(before) && WORDS[before] === undefined)
      return null
    else parts.push(token === '=' || token === '==' ? '===' : token === '!=' ? '!==' : token)
  }
  const script = parts.join(' ').replaceAll(' . ', '.').replaceAll('( ', '(').replaceAll(' )', ')')
  return { script, variables: [...variables] }
}

function tokenize(text: string): string[] | null {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text)
    if (found === null) return null
    if (found[0].trim() !== '') tokens.push(found[0])
  }
  return tokens
}
