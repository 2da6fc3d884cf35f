/** Keys of a field that takes `${…}`. Control on every system: ⌘Space belongs to the Mac. */
export const FIELD_KEYS = {
  complete: ['ctrl+Space'],
  before: ['ArrowUp'],
  after: ['ArrowDown'],
  choose: ['Enter'],
  close: ['Escape'],
} as const

export type FieldCommand = keyof typeof FIELD_KEYS

export function fieldChord({ key, ctrlKey }: { readonly key: string; readonly ctrlKey: boolean }): string {
  return key === ' ' && ctrlKey ? 'ctrl+Space' : key
}
