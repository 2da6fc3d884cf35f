import 'monaco-editor/features/diffEditor/register'
import type { editor } from 'monaco-editor/editor'
import { CODE_LOOK } from './code-options'
import { monaco } from './monaco'
import { editorTheme } from './theme'

export interface DiffTexts {
  readonly before: string
  readonly after: string
}

/** Two texts in Monaco's diff editor; the returned function takes it down. */
export function showDiff(container: HTMLElement, { before, after }: DiffTexts, isDark: boolean): () => void {
  monaco.editor.defineTheme('conductor', editorTheme(document.documentElement, isDark))
  const models: editor.IDiffEditorModel = {
    original: monaco.editor.createModel(before, 'json'),
    modified: monaco.editor.createModel(after, 'json'),
  }
  for (const model of [models.original, models.modified]) {
    model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
  }
  const shown = monaco.editor.createDiffEditor(container, {
    ...CODE_LOOK,
    theme: 'conductor',
    readOnly: true,
    originalEditable: false,
    renderOverviewRuler: false,
    hideUnchangedRegions: { enabled: true },
  })
  shown.setModel(models)
  keepName(shown.getOriginalEditor(), 'Before')
  keepName(shown.getModifiedEditor(), 'After')
  return () => {
    shown.dispose()
    models.original.dispose()
    models.modified.dispose()
  }
}

/** Monaco's diff forgets the names of its sides whenever another of their options changes, such as with the width. */
function keepName(side: editor.ICodeEditor, ariaLabel: string): void {
  const name = () => {
    if (side.getRawOptions().ariaLabel !== ariaLabel) side.updateOptions({ ariaLabel })
  }
  side.onDidChangeConfiguration(name)
  name()
}
