'use client'

import { parseAsString, parseAsStringLiteral, useQueryState } from 'nuqs'

export const EDITOR_VIEWS = ['graph', 'split', 'json'] as const
export type EditorView = (typeof EDITOR_VIEWS)[number]

/** In the address, so that a link shows what its sender saw. */
export function useEditorView() {
  return useQueryState('view', parseAsStringLiteral(EDITOR_VIEWS).withDefault('graph'))
}

/** The execution that stands on the canvas; Back returns to editing. */
export function useRunOnCanvas() {
  return useQueryState('run', parseAsString.withOptions({ history: 'push' }))
}
