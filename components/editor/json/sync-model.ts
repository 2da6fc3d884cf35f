import type { editor, IRange } from 'monaco-editor/editor'

export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The one stretch in which two texts differ: replacing only that keeps cursor, scroll and folds. */
export function difference(before: string, after: string): TextEdit | null {
  if (before === after) return null
  const limit = Math.min(before.length, after.length)
  let start = 0
  while (start < limit && before[start] === after[start]) start++
  let tail = 0
  while (tail < limit - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) }
}

export function syncModel(model: editor.ITextModel, text: string): void {
  const edit = difference(model.getValue(), text)
  if (edit === null) return
  model.applyEdits([{ range: rangeAt(model, edit.start, edit.end), text: edit.text }])
}

export function rangeAt(model: editor.ITextModel, start: number, end: number): IRange {
  const from = model.getPositionAt(start)
  const to = model.getPositionAt(end)
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  }
}
