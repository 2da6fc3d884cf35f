import 'monaco-editor/languages/definitions/javascript/register'
import type * as Monaco from 'monaco-editor/editor'
import { candidatesIn } from '@/components/graph/scope/candidates'
import { stepInto } from '@/components/graph/scope/known-roots'
import { parseWholePath } from '@/components/graph/scope/parse-path'
import { shapeOf } from '@/components/graph/scope/shape'
import type { Json } from '@/server/model/json'
import { provideJq } from './jq-language'

type Model = Monaco.editor.ITextModel

const samples = new WeakMap<Model, () => unknown>()
let isProvided = false

/** In a script `$.` completes from the sample it is tried on; in jq the dot alone does. */
export function bindSample(monaco: typeof Monaco, model: Model, sample: () => unknown): void {
  samples.set(model, sample)
  if (isProvided) return
  isProvided = true
  provideJq(monaco)
  for (const language of ['javascript', 'jq']) {
    monaco.languages.registerCompletionItemProvider(language, {
      triggerCharacters: ['.', '$'],
      provideCompletionItems: (text, position) => complete(monaco, text, position),
    })
  }
}

const CHAIN = /(\$?)((?:\.[A-Za-z_]\w*|\[\d*\]|\[(?:'[^']*'|"[^"]*")\])*)\.(\w*)$/

function complete(
  monaco: typeof Monaco,
  model: Model,
  { lineNumber, column }: Monaco.Position,
): Monaco.languages.CompletionList {
  const sample = samples.get(model)?.() as Json | undefined
  const chain = CHAIN.exec(model.getLineContent(lineNumber).slice(0, column - 1))
  const isJq = model.getLanguageId() === 'jq'
  if (sample === undefined || chain === null || (chain[1] === '' && !isJq)) return { suggestions: [] }
  const path = parseWholePath(`$${(chain[2] ?? '').replaceAll('[]', '[0]')}`)
  const known = (path?.steps ?? []).reduce(stepInto, { shape: shapeOf(sample), value: sample })
  const range = new monaco.Range(lineNumber, column - (chain[3] ?? '').length, lineNumber, column)
  const names = candidatesIn(known).filter(({ insert }) => /^[A-Za-z_]\w*$/.test(insert))
  return {
    suggestions: names.map(({ label, insert, type, sample: shown }) => ({
      label: { label, description: type },
      insertText: insert,
      documentation: shown ?? '',
      kind: monaco.languages.CompletionItemKind.Field,
      range,
    })),
  }
}
