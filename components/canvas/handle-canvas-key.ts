import type { KeyboardEvent } from 'react'
import type { Direction } from '@/components/graph/walk'
import { chordOf, commandFor, isSingleKey } from '@/components/ui/key-chord'
import type { CanvasEdits } from './canvas-edits'
import { CANVAS_KEYS, type CanvasCommand, EDIT_KEYS, type EditCommand } from './canvas-keys'
import { areSingleKeysOn } from './single-keys'

export interface CanvasKeys {
  readonly selected: string | null
  readonly edits: CanvasEdits | null
  readonly onWalk: (direction: Direction) => void
  readonly onUnselect?: () => void
  readonly onOpen: (id: string) => void
  readonly onZoom?: (by: 'in' | 'out' | 'fit') => void
  readonly onFind: (() => void) | undefined
  readonly onShortcuts: (() => void) | undefined
  readonly anchorOf: (id: string) => DOMRect
}

/** Keys that count only while the graph, or its outline, has the focus. */
export function handleCanvasKey(event: KeyboardEvent, keys: CanvasKeys): void {
  const chord = chordOf(event)
  if (isSingleKey(chord) && !areSingleKeysOn()) return
  const action = actionOf(chord, keys)
  if (action === undefined) return
  event.preventDefault()
  action()
}

type Action = (() => void) | undefined

function actionOf(chord: string, keys: CanvasKeys): Action {
  const command = commandFor(CANVAS_KEYS, chord)
  if (command !== undefined) return canvasActions(keys)[command]
  const edit = commandFor(EDIT_KEYS, chord)
  return edit === undefined ? undefined : editActions(keys)?.[edit]
}

function canvasActions({ selected, onZoom, ...keys }: CanvasKeys): Readonly<Record<CanvasCommand, Action>> {
  return {
    up: () => keys.onWalk('up'),
    down: () => keys.onWalk('down'),
    left: () => keys.onWalk('left'),
    right: () => keys.onWalk('right'),
    open: selected === null ? undefined : () => keys.onOpen(selected),
    unselect: selected === null ? undefined : keys.onUnselect,
    find: keys.onFind,
    fit: onZoom && (() => onZoom('fit')),
    zoomIn: onZoom && (() => onZoom('in')),
    zoomOut: onZoom && (() => onZoom('out')),
    shortcuts: keys.onShortcuts,
  }
}

function editActions({ selected: id, edits, anchorOf }: CanvasKeys): Readonly<Record<EditCommand, Action>> | null {
  if (id === null || edits === null) return null
  return {
    insertAfter: () => edits.onInsertAfter(id, anchorOf(id)),
    insertBefore: () => edits.onInsertBefore(id, anchorOf(id)),
    insertInside: () => edits.onInsertInside(id, anchorOf(id)),
    remove: () => edits.onDelete(id),
    duplicate: () => edits.onDuplicate(id),
    moveUp: () => edits.onMove(id, -1),
    moveDown: () => edits.onMove(id, 1),
    wrapInFork: () => edits.onWrap('FORK_JOIN'),
    wrapInLoop: () => edits.onWrap('DO_WHILE'),
    wrapInSwitch: () => edits.onWrap('SWITCH'),
    unwrap: () => edits.onUnwrap(id),
  }
}
