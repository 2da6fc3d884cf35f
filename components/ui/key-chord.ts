export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** What was pressed as a table of shortcuts writes it: `n`, `N`, `alt+ArrowUp`, `mod+shift+z`. */
export function chordOf({ key, code, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): string {
  const isCommand = ctrlKey || metaKey
  if (!isCommand && !altKey && key.length === 1) return key
  // On a Mac, Option and a letter type another character.
  const letter = altKey && /^Key[A-Z]$/.test(code) ? code.slice(3) : key
  const name = letter.length === 1 ? letter.toLowerCase() : letter
  return `${isCommand ? 'mod+' : ''}${altKey ? 'alt+' : ''}${shiftKey ? 'shift+' : ''}${name}`
}

/** Which row of a table of shortcuts a chord belongs to. */
export function commandFor<Command extends string>(
  table: Readonly<Record<Command, readonly string[]>>,
  chord: string,
): Command | undefined {
  return (Object.keys(table) as Command[]).find((command) => table[command].includes(chord))
}

/** A character without a modifier: speech input and slips of the hand press those, so a person can turn them off. */
export function isSingleKey(chord: string): boolean {
  return chord.length === 1
}

const SHOWN: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: 'enter',
  Escape: 'Esc',
  Delete: 'Del',
}

/** For `Shortcut`: letters as they stand on the keys. */
export function chordKeys(chord: string): string {
  if (/^[A-Z]$/.test(chord)) return `shift+${chord}`
  const keys = chord === '+' ? ['+'] : chord.split('+')
  return keys.map((key) => SHOWN[key] ?? (key.length === 1 ? key.toUpperCase() : key)).join('+')
}
