import { CANVAS_KEYS, type CanvasCommand, EDIT_KEYS, type EditCommand } from '@/components/canvas/canvas-keys'
import { chordKeys } from '@/components/ui/key-chord'
import { EDITOR_KEYS, type EditorCommand } from './editor-keys'
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

const GRAPH: Readonly<Record<CanvasCommand, string>> = {
  up: 'Up; in the outline, to the line before',
  down: 'Down; in the outline, to the next line',
  left: 'To the left; in the outline, close',
  right: 'To the right; in the outline, open',
  open: 'Open the form',
  unselect: 'Select nothing',
  find: 'Find a task',
  fit: 'Fit the whole graph',
  actualSize: 'Actual size',
  zoomToSelection: 'Zoom to the selection',
  nextProblem: 'Go to the next problem',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fold: 'Collapse or expand; of a sub-workflow, show what it runs',
  foldAll: 'Collapse or expand everything',
  visit: 'Open the workflow that a sub-workflow task runs',
  turn: 'Draw from left to right, or from top to bottom',
  shortcuts: 'Show this list',
}

const EDITS: Readonly<Record<EditCommand, string>> = {
  insertAfter: 'Insert a task after it',
  insertBefore: 'Insert a task before it',
  insertInside: 'Insert a task, branch or case inside it',
  remove: 'Delete',
  duplicate: 'Duplicate',
  moveUp: 'Move up',
  moveDown: 'Move down',
  wrapInFork: 'Wrap in a fork',
  wrapInLoop: 'Wrap in a loop',
  wrapInSwitch: 'Wrap in a switch',
  unwrap: 'Unwrap',
  lasso: 'Select several by a rectangle; Shift and a drag does it too',
}

const ANYWHERE: Readonly<Record<EditorCommand, string>> = {
  undo: 'Undo',
  redo: 'Redo',
  save: 'Save',
  saveAsNew: 'Save as a new version',
  run: 'Run',
  outline: 'Open or close the outline',
}

const OUTLINE: Readonly<Record<OutlineCommand, string>> = {
  first: 'To the first line',
  last: 'To the last line',
  menu: 'Menu of a line',
}

/** The browser's own; the graph listens to what they mean. */
const CLIPBOARD: readonly ShortcutRow[] = [
  { label: 'Copy', keys: ['mod+C'] },
  { label: 'Cut', keys: ['mod+X'] },
  { label: 'Paste', keys: ['mod+V'] },
]

/** What the editor listens to, from the tables that its handlers read. */
export function shortcutGroups(editable: boolean): readonly ShortcutGroup[] {
  const graph = { title: 'In the graph and the outline', rows: rowsOf(CANVAS_KEYS, GRAPH) }
  const outline = { title: 'In the outline only', rows: rowsOf(OUTLINE_KEYS, OUTLINE) }
  if (!editable) return [graph, outline]
  return [
    graph,
    outline,
    { title: 'Editing the selected task', rows: [...rowsOf(EDIT_KEYS, EDITS), ...CLIPBOARD] },
    { title: 'Anywhere in the editor', rows: rowsOf(EDITOR_KEYS, ANYWHERE) },
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
