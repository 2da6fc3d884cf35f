/** A cursor over the text of a path. Every refusal is a `PathSyntaxError`, which a resolver turns into null. */
export class PathSyntaxError extends Error {}

export class PathScanner {
  readonly text: string
  at = 0
  private depth = 0

  constructor(text: string) {
    this.text = text
  }

  get done(): boolean {
    return this.at >= this.text.length
  }

  peek(): string {
    return this.text[this.at] ?? ''
  }

  /** Steps over `token` when it comes next. */
  take(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false
    this.at += token.length
    return true
  }

  expect(token: string): void {
    if (!this.take(token)) throw this.error(`'${token}' expected`)
  }

  /** The longest run that `sticky` (a regular expression with the `y` flag) matches here, or null. */
  match(sticky: RegExp): string | null {
    sticky.lastIndex = this.at
    const found = sticky.exec(this.text)
    if (!found) return null
    this.at += found[0].length
    return found[0]
  }

  skipBlanks(): void {
    this.match(/\s*/y)
  }

  /** Bounds recursion in nested brackets and conditions. */
  nested<T>(read: () => T): T {
    this.depth += 1
    if (this.depth > 32) throw this.error('nested too deeply')
    const value = read()
    this.depth -= 1
    return value
  }

  quoted(): string | null {
    const quote = this.peek()
    if (quote !== "'" && quote !== '"') return null
    let text = ''
    for (this.at += 1; !this.done; this.at += 1) {
      const char = this.peek()
      if (char === quote) {
        this.at += 1
        return text
      }
      if (char === '\\') this.at += 1
      text += this.peek()
    }
    throw this.error('a quote is not closed')
  }

  error(what: string): PathSyntaxError {
    return new PathSyntaxError(`${what} at position ${this.at} of ${this.text}`)
  }
}
