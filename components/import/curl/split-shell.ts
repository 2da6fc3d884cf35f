/**
 * The words of a command line as bash would hand them over, or as the command prompt of Windows where the text shows
 * its carets. Nothing is expanded: `$NAME` and `$(…)` stay as they are written. A separator ends a command.
 */
export function splitShell(text: string): readonly (readonly string[])[] {
  const source = /\^\s*(?:\r?\n|")/.test(text) ? fromPrompt(text) : text
  const commands: string[][] = []
  let words: string[] = []
  let word: string | null = null
  const endWord = () => {
    if (word !== null) words.push(word)
    word = null
  }
  const endCommand = () => {
    endWord()
    if (words.length > 0) commands.push(words)
    words = []
  }
  for (let i = 0; i < source.length; ) {
    const rest = source.slice(i)
    const blank = /^(?:\\\r?\n|[ \t])+/.exec(rest)
    const separator = /^(?:\r?\n|&&|\|\||;|\||&)/.exec(rest)
    if (blank) {
      endWord()
      i += blank[0].length
    } else if (separator) {
      endCommand()
      i += separator[0].length
    } else if (word === null && rest.startsWith('#')) {
      i += /^[^\n]*/.exec(rest)?.[0].length ?? 1
    } else {
      const { value, length } = readPiece(rest)
      word = (word ?? '') + value
      i += length
    }
  }
  endCommand()
  return commands
}

interface Piece {
  readonly value: string
  readonly length: number
}

function readPiece(text: string): Piece {
  const ansi = /^\$'((?:\\[\s\S]|[^'\\])*)'/.exec(text)
  if (ansi) return { value: unescapeAnsi(ansi[1] ?? ''), length: ansi[0].length }
  const single = /^'([^']*)'?/.exec(text)
  if (single) return { value: single[1] ?? '', length: single[0].length }
  const double = /^"((?:\\[\s\S]|[^"\\])*)"?/.exec(text)
  if (double) return { value: (double[1] ?? '').replace(/\\(\r?\n)|\\([$`"\\])/g, '$2'), length: double[0].length }
  const escaped = /^\\([\s\S])/.exec(text)
  if (escaped) return { value: escaped[1] ?? '', length: 2 }
  const plain = /^[^\s'"\\;&|$]+/.exec(text)
  return plain ? { value: plain[0], length: plain[0].length } : { value: text[0] ?? '', length: 1 }
}

const ANSI: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
  e: '\x1b',
  E: '\x1b',
}

function unescapeAnsi(text: string): string {
  return text.replace(
    /\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|U([\da-f]{1,8})|([0-7]{1,3})|([\s\S]))/gi,
    (all, ...found) => {
      const [hex, short, long, octal, letter] = found as (string | undefined)[]
      const code = hex ?? short ?? long
      if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16))
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8))
      return ANSI[letter ?? ''] ?? letter ?? all
    },
  )
}

/** `^"` is a quote that the prompt does not see, a caret at the end of a line goes on with the next. */
function fromPrompt(text: string): string {
  return text.replace(/\^\s*\r?\n/g, ' ').replace(/\^(.)/g, '$1')
}
