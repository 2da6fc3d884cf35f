import type * as Monaco from 'monaco-editor/editor'
import { followRename } from '@/components/editor/apply-fix'
import { findProblems } from '@/components/editor/find-problems'
import { patchText } from '@/components/editor/patch-text'
import type { EditorSession } from '@/components/editor/session'
import type { Rename } from '@/components/graph/edits/rename-reference'
import { fixesFor } from '@/components/graph/fixes/fixes-for'
import { nodeIndex } from '@/components/graph/node-index'
import { difference, rangeAt } from './sync-model'

type Model = Monaco.editor.ITextModel

const sessions = new WeakMap<Model, EditorSession>()

export function bindQuickFixes(model: Model, session: EditorSession): void {
  sessions.set(model, session)
}

const RENAMED = 'followRename'

/** The light bulb: the same fixes as in the list of problems, as one edit of the text each. */
export function provideQuickFixes(monaco: typeof Monaco): void {
  monaco.editor.registerCommand(RENAMED, (_, session: EditorSession, rename: Rename) => followRename(session, rename))
  monaco.languages.registerCodeActionProvider('json', {
    provideCodeActions: (model, range, context) => ({
      actions: actionsFor(model, range, context),
      dispose: () => undefined,
    }),
  })
}

function actionsFor(
  model: Model,
  range: Monaco.Range,
  context: Monaco.languages.CodeActionContext,
): Monaco.languages.CodeAction[] {
  const session = sessions.get(model)
  const state = session?.document.getState()
  if (session === undefined || state === undefined || state.problem !== null || context.markers.length === 0) return []
  const [from, to] = [model.getOffsetAt(range.getStartPosition()), model.getOffsetAt(range.getEndPosition())]
  const here = findProblems(state, nodeIndex(state.definition)).filter(
    ({ offset, length }) => offset <= to && offset + length >= from,
  )
  return here.flatMap(({ pointer, message }) => {
    if (pointer === null) return []
    return fixesFor(state.definition, { pointer, message }).flatMap(({ title, apply, rename }) => {
      const edit = difference(state.text, patchText(state.text, state.definition, apply(state.definition)))
      if (edit === null) return []
      const textEdit = { range: rangeAt(model, edit.start, edit.end), text: edit.text }
      return [
        {
          title,
          kind: 'quickfix',
          diagnostics: context.markers.filter((marker) => marker.message === message),
          isPreferred: true,
          ...(rename ? { command: { id: RENAMED, title, arguments: [session, rename] } } : {}),
          edit: { edits: [{ resource: model.uri, textEdit, versionId: model.getVersionId() }] },
        },
      ]
    })
  })
}
