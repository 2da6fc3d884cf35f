import { EDIT_KEYS } from '@/components/canvas/canvas-keys'
import { type Place, taskType } from '@/components/graph/definition'
import { canUnwrap, canWrap } from '@/components/graph/edits/wrap'
import { nodeIndex } from '@/components/graph/node-index'
import { chordKeys } from '@/components/ui/key-chord'
import { toast } from '@/components/ui/toast'
import { placeInside } from './place-for-new'
import { copySelection, pasteText, selectedPaths } from './selection'
import type { EditorSession, MenuTarget } from './session'
import { canTestAlone } from './test-task/lone-task'
import { canvasEdits } from './use-canvas-edits'

export interface GraphAction {
  readonly label: string
  readonly shortcut?: string
  readonly disabled?: boolean
  readonly danger?: boolean
  readonly run: () => void
}

/** What the menu offers for a node or an edge, in groups. */
export function graphActions(session: EditorSession, target: MenuTarget): readonly (readonly GraphAction[])[] {
  return target.kind === 'edge' ? edgeActions(session, target) : nodeActions(session, target)
}

function edgeActions(session: EditorSession, { place, x, y }: MenuTarget & { kind: 'edge' }) {
  const insert = () => canvasEdits(session).onInsertAt(place, new DOMRect(x, y))
  return [
    [
      { label: 'Insert a task here', run: insert },
      { label: 'Paste here', run: () => pasteFromClipboard(session, place) },
    ],
  ]
}

function nodeActions(session: EditorSession, { id, x, y }: MenuTarget & { kind: 'node' }): GraphAction[][] {
  const edits = canvasEdits(session)
  const { definition } = session.document.getState()
  const node = nodeIndex(definition).byId.get(id)
  if (node === undefined) return []
  const anchor = new DOMRect(x, y)
  const remove = { label: 'Delete', shortcut: KEY.remove, danger: true, run: () => edits.onDelete(id) }
  const into = () => edits.onInsertInside(id, anchor)
  const inside = { label: 'Insert a task inside it', shortcut: KEY.insertInside, run: into }
  const paste = { label: 'Paste', shortcut: 'mod+V', run: () => pasteFromClipboard(session) }
  if (node.caseKey !== undefined) return [[inside, paste], [{ ...remove, disabled: node.caseKey === null }]]
  const branch = BRANCHES[taskType(node.task)]
  const disabled = !canWrap(definition, selectedPaths(session))
  return [
    [
      { label: 'Insert a task before it', shortcut: KEY.insertBefore, run: () => edits.onInsertBefore(id, anchor) },
      { label: 'Insert a task after it', shortcut: KEY.insertAfter, run: () => edits.onInsertAfter(id, anchor) },
      ...(placeInside(node) === null ? [] : [inside]),
      ...(branch ? [{ label: branch, shortcut: KEY.insertInside, run: () => edits.onAddBranch(id, anchor) }] : []),
    ],
    [
      { label: 'Cut', shortcut: 'mod+X', run: () => toClipboard(edits.onCut()) },
      { label: 'Copy', shortcut: 'mod+C', run: () => toClipboard(copySelection(session)) },
      paste,
      { label: 'Duplicate', shortcut: KEY.duplicate, run: () => edits.onDuplicate(id) },
    ],
    [
      { label: 'Move up', shortcut: KEY.moveUp, run: () => edits.onMove(id, -1) },
      { label: 'Move down', shortcut: KEY.moveDown, run: () => edits.onMove(id, 1) },
    ],
    [
      { label: 'Wrap in a fork', shortcut: KEY.wrapInFork, disabled, run: () => edits.onWrap('FORK_JOIN') },
      { label: 'Wrap in a loop', shortcut: KEY.wrapInLoop, disabled, run: () => edits.onWrap('DO_WHILE') },
      { label: 'Wrap in a switch', shortcut: KEY.wrapInSwitch, disabled, run: () => edits.onWrap('SWITCH') },
      {
        label: 'Turn into a sub-workflow…',
        shortcut: KEY.wrapInSub,
        disabled,
        run: () => edits.onExtract(),
      },
      taskType(node.task) === 'SUB_WORKFLOW'
        ? { label: 'Inline the sub-workflow…', shortcut: KEY.unwrap, run: () => edits.onUnwrap(id) }
        : {
            label: 'Unwrap',
            shortcut: KEY.unwrap,
            disabled: !canUnwrap(definition, node.path),
            run: () => edits.onUnwrap(id),
          },
    ],
    [
      {
        label: 'Test this task alone',
        disabled: !canTestAlone(definition, node.path),
        run: () => session.ui.setState({ selected: id, more: [], over: 'test' }),
      },
      { label: 'Add a note', run: () => session.ui.setState({ noteWanted: { ref: node.task.taskReferenceName } }) },
    ],
    [remove],
  ]
}

const KEY = Object.fromEntries(Object.entries(EDIT_KEYS).map(([command, [first]]) => [command, chordKeys(first)])) as {
  readonly [Command in keyof typeof EDIT_KEYS]: string
}

const BRANCHES: Readonly<Record<string, string>> = { FORK_JOIN: 'Add a branch', SWITCH: 'Add a case' }

function toClipboard(text: string | null): void {
  if (text !== null) void navigator.clipboard.writeText(text)
}

function pasteFromClipboard(session: EditorSession, place?: Place): void {
  navigator.clipboard.readText().then(
    (text) => pasteText(session, text, place),
    () => toast.error('The browser keeps the clipboard to itself', { description: 'The shortcut for Paste works.' }),
  )
}
