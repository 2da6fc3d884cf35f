export type CodeLanguage = 'javascript' | 'python' | 'curl'

interface CodePart {
  readonly text: string
  readonly className?: string
}

const COMMENT: Readonly<Record<CodeLanguage, string>> = {
  javascript: '\\/\\/[^\\n]*',
  python: '#[^\\n]*',
  curl: '(?<=^|\\s)#[^\\n]*',
}
const KEYWORDS: Readonly<Record<CodeLanguage, string>> = {
  javascript: 'import|from|const|await|async|new|return|export|function',
  python: 'import|from|def|return|with|as|for|in|while|if|not|True|False|None',
  curl: 'export|while|do|done',
}
const STRING = '"(?:[^"\\\\\\n]|\\\\.)*"|\'(?:[^\'\\\\\\n]|\\\\.)*\''

/** Splits short code into coloured parts: enough for a snippet, not a parser. */
export function highlight(code: string, language: CodeLanguage): readonly CodePart[] {
  const pattern = new RegExp(`(${COMMENT[language]})|(${STRING})|\\b(${KEYWORDS[language]})\\b`, 'gm')
  const parts: CodePart[] = []
  let end = 0
  for (const match of code.matchAll(pattern)) {
    if (match.index > end) parts.push({ text: code.slice(end, match.index) })
    parts.push({ text: match[0], className: classOf(match) })
    end = match.index + match[0].length
  }
  if (end < code.length) parts.push({ text: code.slice(end) })
  return parts
}

function classOf(match: RegExpMatchArray): string {
  if (match[1] !== undefined) return 'text-syntax-comment'
  if (match[2] !== undefined) return 'text-syntax-string'
  return 'text-syntax-keyword'
}
