/** Splits a search query into words, quoted values and symbols, in one pass without regular expressions. */
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'symbol'; readonly text: string }

const SYMBOLS = new Set(['(', ')', ',', '=', '<', '>', '!=', '<=', '>='])

export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let index = 0
  while (index < text.length) {
    const char = text[index] as string
    if (isBlank(char)) {
      index += 1
      continue
    }
    const symbol = symbolAt(text, index)
    if (symbol) {
      tokens.push({ kind: 'symbol', text: symbol })
      index += symbol.length
      continue
    }
    const end = char === '"' || char === "'" ? closingQuote(text, index) : endOfWord(text, index)
    const quoted = end > index && (char === '"' || char === "'") && text[end - 1] === char && end - index >= 2
    tokens.push({ kind: 'word', text: quoted ? text.slice(index + 1, end - 1) : text.slice(index, end), quoted })
    index = end
  }
  return tokens
}

function symbolAt(text: string, index: number): string | null {
  const two = text.slice(index, index + 2)
  if (SYMBOLS.has(two)) return two
  const one = text.charAt(index)
  return SYMBOLS.has(one) ? one : null
}

/** The index after the closing quote; an unclosed quote is read as an ordinary word. */
function closingQuote(text: string, index: number): number {
  const closing = text.indexOf(text.charAt(index), index + 1)
  return closing === -1 ? endOfWord(text, index + 1) : closing + 1
}

function endOfWord(text: string, start: number): number {
  let index = start
  while (index < text.length && !isBlank(text.charAt(index)) && !symbolAt(text, index)) index += 1
  return index
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r'
}
