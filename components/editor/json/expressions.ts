import type * as Monaco from 'monaco-editor/editor'
import { askedAt } from '@/components/editor/expressions/asked-at'
import { lastRunStore } from '@/components/editor/expressions/last-run-store'
import type { EditorSession } from '@/components/editor/session'
import { type Described, describeExpression } from '@/components/graph/scope/describe-expression'
import { markerOver } from '@/components/graph/scope/marker-at'
import { type Suggestion, suggest } from '@/components/graph/scope/suggest'
import { stringAt } from './string-at'

type Model = Monaco.editor.ITextModel

const sessions = new WeakMap<Model, EditorSession>()

/** Whose definition a text is: completion and hover speak about it. */
export function bindExpressions(model: Model, session: EditorSession): void {
  sessions.set(model, session)
}

/** A row that is not there by then is left out of the list; the next key finds it. */
const PATIENCE_MS = 1_500

/** Inside `${…}`: completion of what is in scope there, and hover that says the last value and who produces it. */
export function provideExpressions(monaco: typeof Monaco): void {
  monaco.languages.registerCompletionItemProvider('json', {
    triggerCharacters: ['{', '.', '['],
    provideCompletionItems: (model, position) => complete(monaco, model, position),
  })
  monaco.languages.registerHoverProvider('json', {
    provideHover: async (model, { lineNumber, column }) => {
      const session = sessions.get(model)
      const string = stringAt(model.getLineContent(lineNumber), column - 1)
      const marker = string && markerOver(string.text, column - 1 - string.from)
      if (!session || !string || !marker) return null
      const offset = model.getOffsetAt({ lineNumber, column })
      const ask = () => askedAt(session, model.getValue(), offset)
      const first = ask()
      if (first === null) return null
      const { reference } = describeExpression(first, marker.source)
      if (reference !== null) await lastRunStore(session).getState().want(reference)
      const said = describeExpression(ask() ?? first, marker.source)
      const start = string.from + 1
      return {
        range: new monaco.Range(lineNumber, start + marker.from, lineNumber, start + marker.to),
        contents: hoverLines(said).map((value) => ({ value })),
      }
    },
  })
}

async function complete(
  monaco: typeof Monaco,
  model: Model,
  position: Monaco.Position,
): Promise<Monaco.languages.CompletionList> {
  const { lineNumber, column } = position
  const session = sessions.get(model)
  const string = stringAt(model.getLineContent(lineNumber), column - 1)
  if (!session || !string) return { suggestions: [] }
  const offset = model.getOffsetAt(position)
  const cursor = column - 1 - string.from
  const find = () => {
    const asked = askedAt(session, model.getValue(), offset)
    return asked === null ? null : suggest(asked, string.text, cursor)
  }
  const first = find()
  if (first === null) return { suggestions: [] }
  if (first.root !== '') await Promise.race([lastRunStore(session).getState().want(first.root), pause(PATIENCE_MS)])
  const found = find() ?? first
  const at = (index: number) => string.from + 1 + index
  const suggestions = found.items.map((item, i) => ({
    ...completion(monaco, item, found.isOpen),
    // Found and ordered already: Monaco's own filter lets all of them pass.
    filterText: string.text.slice(item.from, cursor),
    sortText: String(i).padStart(4, '0'),
    range: {
      insert: new monaco.Range(lineNumber, at(item.from), lineNumber, column),
      replace: new monaco.Range(lineNumber, at(item.from), lineNumber, at(found.to)),
    },
  }))
  return { suggestions, incomplete: true }
}

function completion(monaco: typeof Monaco, item: Suggestion, isOpen: boolean) {
  const text = JSON.stringify(item.insert).slice(1, -1)
  const { CompletionItemKind: Kind, CompletionItemInsertTextRule: Rule } = monaco.languages
  return {
    label: { label: item.label, description: item.type },
    kind: item.producer === null ? Kind.Field : Kind.Reference,
    documentation: [item.note, item.sample === null ? null : `Last run: ${item.sample}`].filter(Boolean).join('\n\n'),
    ...(isOpen
      ? { insertText: `${text.replace(/[$}\\]/g, '\\$&')}$0}`, insertTextRules: Rule.InsertAsSnippet }
      : { insertText: text }),
  }
}

function hoverLines({ from, words, type, value }: Described): string[] {
  const who = from === null ? words : `From **${plain(from.name)}**${words === '' ? '' : `, ${words}`}`
  if (value === undefined) return [type === '' ? who : `${who} · ${type}`]
  const text = JSON.stringify(value, null, 2)
  const shown = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}\n…` : text
  return [who, `Last run:\n\`\`\`\`json\n${shown}\n\`\`\`\``]
}

const SHOWN_CHARACTERS = 1_000

/** Names are text, not markup. */
function plain(name: string): string {
  return name.replace(/[\\`*_{}[\]()#+.!|<>-]/g, '\\$&')
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
