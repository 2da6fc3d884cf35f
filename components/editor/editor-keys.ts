/** Keys of the whole editor, as their handler and the list of shortcuts read them. */
export const EDITOR_KEYS = {
  undo: ['mod+z'],
  redo: ['mod+shift+z', 'mod+y'],
  save: ['mod+s'],
  saveAsNew: ['mod+shift+s'],
  run: ['mod+Enter'],
  outline: ['alt+o'],
} as const

export type EditorCommand = keyof typeof EDITOR_KEYS

/** What they do, in the words of the command palette and the list of shortcuts. */
export const EDITOR_LABELS: Readonly<Record<EditorCommand, string>> = {
  undo: 'Undo',
  redo: 'Redo',
  save: 'Save',
  saveAsNew: 'Save as a new version',
  run: 'Run',
  outline: 'Open or close the outline',
}
