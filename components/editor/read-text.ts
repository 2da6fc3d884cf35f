import { type ParseError, parse, parseTree, printParseErrorCode } from 'jsonc-parser'
import type { Definition } from '@/components/graph/definition'
import { shareStructure } from '@/components/graph/share-structure'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { isDefinition } from './is-definition'
import { pointerRange } from './text-location'

export interface TextProblem {
  readonly message: string
  readonly offset: number
  readonly length: number
}

/** A text with the definition that it says, or with why it says none. */
export type ReadText =
  | { readonly text: string; readonly problem: null; readonly definition: Definition }
  | { readonly text: string; readonly problem: TextProblem }

/**
 * The border between typed text and the editor: a definition, or what is wrong and where. What it shares with the one
 * before is taken from there.
 */
export function readText(text: string, before: Definition | null = null): ReadText {
  const parsed = parseJson(text)
  if (parsed === null) return { text, problem: syntaxProblem(text) }
  const value = before === null ? parsed.value : shareStructure(before, parsed.value)
  if (isDefinition(value)) return { text, problem: null, definition: value }
  const checked = workflowDefSchema.safeParse(value)
  if (checked.success) return { text, problem: null, definition: value as Definition }
  const issue = checked.error.issues[0]
  const path = (issue?.path ?? []) as (string | number)[]
  const tree = parseTree(text)
  const where = path.length === 0 ? 'The definition' : path.join('.')
  const range = tree ? pointerRange(tree, path) : { offset: 0, length: 1 }
  return {
    text,
    problem: { message: `${where}: ${issue?.message ?? 'is not what Conductor expects'}.`, ...range },
  }
}

/** The browser's own parser is by far the faster one, but does not say where it stopped. */
function parseJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}

function syntaxProblem(text: string): TextProblem {
  const errors: ParseError[] = []
  parse(text, errors, { disallowComments: true })
  const [first] = errors
  if (first === undefined) return { message: 'This is not JSON.', offset: 0, length: 1 }
  const message = SENTENCES[printParseErrorCode(first.error)] ?? 'This is not JSON.'
  return { message, offset: first.offset, length: Math.max(1, first.length) }
}

const SENTENCES: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This word is not JSON; text needs double quotes.',
  InvalidNumberFormat: 'This is not a number.',
  PropertyNameExpected: 'A property name in double quotes is missing here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing here.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'A closing } is missing here.',
  CloseBracketExpected: 'A closing ] is missing here.',
  EndOfFileExpected: 'The text goes on after the end of the definition.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'JSON has no comments.',
  UnexpectedEndOfString: 'A closing double quote is missing.',
  UnexpectedEndOfNumber: 'This number has no end.',
  InvalidUnicode: 'This \\u escape is not complete.',
  InvalidEscapeCharacter: 'JSON does not know this escape.',
  InvalidCharacter: 'This character must be escaped.',
}
