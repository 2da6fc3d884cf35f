import type * as Monaco from 'monaco-editor/editor'

/** How Monaco shows code here, alone or beside other code. */
export const CODE_LOOK = {
  automaticLayout: true,
  minimap: { enabled: false },
  guides: { indentation: false },
  fontFamily: 'JetBrains Mono Variable, ui-monospace, monospace',
  fontSize: 12,
  lineHeight: 20,
  scrollBeyondLastLine: false,
} satisfies Monaco.editor.IEditorOptions

/** An editor: the text and its line numbers, and nothing that moves beside them. */
export const CODE_EDITOR = {
  ...CODE_LOOK,
  tabSize: 2,
  renderLineHighlight: 'none',
  overviewRulerLanes: 0,
  fixedOverflowWidgets: true,
  bracketPairColorization: { enabled: false },
} satisfies Monaco.editor.IStandaloneEditorConstructionOptions
