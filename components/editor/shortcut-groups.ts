import { CANVAS_KEYS, EDIT_KEYS } from '@/components/canvas/canvas-keys'
import { CANVAS_LABELS, EDIT_LABELS } from '@/components/canvas/canvas-labels'
import { SHELL_KEYS, type ShellCommand } from '@/components/shell/shell-keys'
import { chordKeys } from '@/components/ui/key-chord'
import { EDITOR_KEYS, EDITOR_LABELS } from './editor-keys'
import { FIELD_KEYS, type FieldCommand } from './expressions/field-keys'
import { OUTLINE_KEYS, type OutlineCommand } from './outline/outline-keys'

interface ShortcutRow {
  readonly label: string
  /** One entry per way to press it, as `Shortcut` takes them. */
  readonly keys: readonly string[]
}

export interface ShortcutGroup {
  readonly title: string
  readonly rows: readonly ShortcutRow[]
}

const OUTLINE: Readonly<Record<OutlineCommand, string>> = {
  first: 'To the first line',
  last: 'To the last line',
  menu: 'Menu of a line',
}

const SHELL: Readonly<Record<ShellCommand, string>> = {
  palette: 'Find a command, a workflow or a page',
}

const FIELDS: Readonly<Record<FieldCommand, string>> = {
  complete: 'Show what can be read here',
  before: 'To the entry before',
  after: 'To the next entry',
  choose: 'Take the entry',
  close: 'Close the list',
}

/** Monaco's own. */
const TEXT: readonly ShortcutRow[] = [
  { label: 'Show what can stand here', keys: ['ctrl+Space'] },
  { label: 'Put a problem right', keys: ['mod+.'] },
  { label: 'Find in the text', keys: ['mod+F'] },
  { label: 'Run the script, where one is tried', keys: ['mod+enter'] },
  { label: 'All commands of the text editor', keys: ['F1'] },
]

/** The browser's own; the graph listens to what they mean. */
const CLIPBOARD: readonly ShortcutRow[] = [
  { label: 'Copy', keys: ['mod+C'] },
  { label: 'Cut', keys: ['mod+X'] },
  { label: 'Paste', keys: ['mod+V'] },
]

/** What the editor listens to, from the tables that its handlers read. */
export function shortcutGroups(editable: boolean): readonly ShortcutGroup[] {
  const graph = { title: 'In the graph and the outline', rows: rowsOf(CANVAS_KEYS, CANVAS_LABELS) }
  const anywhere = rowsOf(SHELL_KEYS, SHELL)
  const outline = { title: 'In the outline only', rows: rowsOf(OUTLINE_KEYS, OUTLINE) }
  if (!editable) return [graph, outline, { title: 'Anywhere', rows: anywhere }]
  return [
    graph,
    outline,
    { title: 'Editing the selected task', rows: [...rowsOf(EDIT_KEYS, EDIT_LABELS), ...CLIPBOARD] },
    { title: 'Anywhere in the editor', rows: [...rowsOf(EDITOR_KEYS, EDITOR_LABELS), ...anywhere] },
    { title: 'In fields that take ${…}', rows: rowsOf(FIELD_KEYS, FIELDS) },
    { title: 'In JSON and scripts', rows: TEXT },
  ]
}

function rowsOf<Command extends string>(
  table: Readonly<Record<Command, readonly string[]>>,
  labels: Readonly<Record<Command, string>>,
): ShortcutRow[] {
  return (Object.keys(table) as Command[]).map((command) => ({
    label: labels[command],
    keys: table[command].map(chordKeys),
  }))
}
