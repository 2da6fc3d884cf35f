import 'monaco-editor/features/diffEditor/register'
import type { editor } from 'monaco-editor/editor'
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
    theme: 'conductor',
    readOnly: true,
    originalEditable: false,
    automaticLayout: true,
    minimap: { enabled: false },
    guides: { indentation: false },
    fontFamily: 'JetBrains Mono Variable, ui-monospace, monospace',
    fontSize: 12,
    lineHeight: 20,
    scrollBeyondLastLine: false,
    renderOverviewRuler: false,
    hideUnchangedRegions: { enabled: true },
    originalAriaLabel: 'Before',
    modifiedAriaLabel: 'After',
  })
  shown.setModel(models)
  return () => {
    shown.dispose()
    models.original.dispose()
    models.modified.dispose()
  }
}
