const MENTION = /\bcases? (\d+(?:(?:, | and | to |–)\d+)*)/g

/** The numbers of the cases that a text names: `case 7`, `cases 7, 8 and 10`, `cases 160 to 163`. */
export function caseNumbers(text: string): number[] {
  return [...text.matchAll(MENTION)].flatMap(([, list = '']) => list.split(/, | and /).flatMap(rangeOf))
}

function rangeOf(text: string): number[] {
  const [first = 0, last = first] = text.split(/ to |–/).map(Number)
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

const LITERAL = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/g

/** As named in the string literals of a test file, where its titles are. */
export function casesOfTests(source: string): number[] {
  return (source.match(LITERAL) ?? []).flatMap(caseNumbers)
}
