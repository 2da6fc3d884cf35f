import { parseTree } from 'jsonc-parser'
import type * as Monaco from 'monaco-editor/editor'
import { isDefinition } from '@/components/editor/is-definition'
import { readText } from '@/components/editor/read-text'
import type { EditorSession } from '@/components/editor/session'
import { pointerRange, taskPathAt } from '@/components/editor/text-location'
import type { NodeIndex } from '@/components/graph/node-index'
import { nodeIndex } from '@/components/graph/node-index'
import { bindExpressions } from './expressions'
import { bindQuickFixes } from './quick-fixes'
import { rangeAt, syncModel } from './sync-model'

type CodeEditor = Monaco.editor.IStandaloneCodeEditor

const TYPING_PAUSE_MS = 150

/** Ties Monaco to the document: text both ways, undo to the document's history, selection both ways. */
export function bindEditor(monaco: typeof Monaco, editor: CodeEditor, session: EditorSession): () => void {
  const model = editor.getModel() as Monaco.editor.ITextModel
  const { document, ui } = session
  const marks = editor.createDecorationsCollection()
  const expressions = editor.createDecorationsCollection()
  let isSyncing = false
  let isTyping = false
  let isPointing = false
  let pause: ReturnType<typeof setTimeout> | undefined
  bindExpressions(model, session)
  bindQuickFixes(model, session)

  const followDocument = () => {
    clearTimeout(pause)
    // What is typed has its marks move along with it: they are found anew when the hand rests.
    if (isTyping) {
      pause = setTimeout(markText, TYPING_PAUSE_MS)
      return
    }
    isSyncing = true
    syncModel(model, document.getState().text)
    isSyncing = false
    markText()
  }
  const markText = () => {
    expressions.set(expressionMarks(model))
    markSelection(false)
  }
  const markSelection = (reveal: boolean) => {
    const range = selectedRange(session, model, nodeIndex(document.getState().definition))
    marks.set(
      range === null
        ? []
        : [
            {
              range,
              options: {
                isWholeLine: true,
                className: 'json-selected',
                linesDecorationsClassName: 'json-selected-rim',
              },
            },
          ],
    )
    if (reveal && range !== null) editor.revealRangeInCenterIfOutsideViewport(range)
  }

  const stops = [
    document.subscribe((state, before) => state.text !== before.text && followDocument()),
    ui.subscribe((state, before) => {
      if (state.selected !== before.selected) markSelection(!isPointing)
      if (state.goTo !== before.goTo && state.goTo !== null) goTo(editor, model, state.goTo)
    }),
  ]
  const disposables = [
    model.onDidChangeContent(() => {
      if (isSyncing) return
      isTyping = true
      document.type(readText(model.getValue(), document.getState().definition))
      isTyping = false
    }),
    editor.onDidChangeCursorPosition(({ position, reason }) => {
      if (reason !== monaco.editor.CursorChangeReason.Explicit || document.getState().problem !== null) return
      const path = taskPathAt(model.getValue(), model.getOffsetAt(position))
      isPointing = true
      ui.setState({ selected: (path && nodeIndex(document.getState().definition).idAt(path)) ?? null })
      isPointing = false
    }),
  ]
  const { CtrlCmd, Shift } = monaco.KeyMod
  editor.addCommand(CtrlCmd | monaco.KeyCode.KeyZ, () => document.undo())
  editor.addCommand(CtrlCmd | Shift | monaco.KeyCode.KeyZ, () => document.redo())
  editor.addCommand(CtrlCmd | monaco.KeyCode.KeyY, () => document.redo())
  followDocument()
  markSelection(true)
  // So that the first key finds everything else checked.
  isDefinition(document.getState().definition)
  return () => {
    clearTimeout(pause)
    for (const stop of stops) stop()
    for (const disposable of disposables) disposable.dispose()
  }
}

function selectedRange({ document, ui }: EditorSession, model: Monaco.editor.ITextModel, index: NodeIndex) {
  const { selected } = ui.getState()
  const node = selected === null ? undefined : index.byId.get(selected)
  const { text, problem } = document.getState()
  const tree = node === undefined || problem !== null ? undefined : parseTree(text)
  if (node === undefined || tree === undefined) return null
  const { offset, length } = pointerRange(tree, node.path)
  return rangeAt(model, offset, offset + length)
}

function goTo(editor: CodeEditor, model: Monaco.editor.ITextModel, at: { offset: number; length: number }): void {
  const range = rangeAt(model, at.offset, at.offset + at.length)
  editor.setSelection(range)
  editor.revealRangeInCenterIfOutsideViewport(range)
  editor.focus()
}

function expressionMarks(model: Monaco.editor.ITextModel): Monaco.editor.IModelDeltaDecoration[] {
  return model
    .findMatches('\\$\\{[^}"]*\\}', false, true, true, null, false)
    .map(({ range }) => ({ range, options: { inlineClassName: 'json-expression' } }))
}
