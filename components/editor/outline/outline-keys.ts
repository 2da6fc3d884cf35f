/** Keys that only the outline has; the others are the graph's. */
export const OUTLINE_KEYS = {
  first: ['Home'],
  last: ['End'],
  menu: ['ContextMenu', 'shift+F10'],
} as const

export type OutlineCommand = keyof typeof OUTLINE_KEYS
