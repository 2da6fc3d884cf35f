import type { KeyboardEvent } from 'react'
import type { Direction } from '@/components/graph/walk'
import { chordOf, commandFor, isSingleKey } from '@/components/ui/key-chord'
import type { CanvasEdits } from './canvas-edits'
import { CANVAS_KEYS, type CanvasCommand, EDIT_KEYS, type EditCommand } from './canvas-keys'
import type { GraphLook } from './graph-look'
import { areSingleKeysOn } from './single-keys'

export interface CanvasKeys {
  readonly selected: string | null
  readonly edits: CanvasEdits | null
  readonly look?: GraphLook | undefined
  readonly onWalk: (direction: Direction) => void
  readonly onUnselect?: () => void
  readonly onOpen: (id: string) => void
  readonly onZoom?: (by: 'in' | 'out' | 'fit' | 'life' | 'selection') => void
  readonly onNextProblem?: () => void
  readonly onLasso?: () => void
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

export function canvasActions({
  selected,
  onZoom,
  look,
  ...keys
}: CanvasKeys): Readonly<Record<CanvasCommand, Action>> {
  return {
    up: () => keys.onWalk('up'),
    down: () => keys.onWalk('down'),
    left: () => keys.onWalk('left'),
    right: () => keys.onWalk('right'),
    open: selected === null ? undefined : () => keys.onOpen(selected),
    unselect: selected === null ? undefined : keys.onUnselect,
    find: keys.onFind,
    fit: onZoom && (() => onZoom('fit')),
    actualSize: onZoom && (() => onZoom('life')),
    zoomToSelection: onZoom && (() => onZoom('selection')),
    nextProblem: keys.onNextProblem,
    zoomIn: onZoom && (() => onZoom('in')),
    zoomOut: onZoom && (() => onZoom('out')),
    fold: look && selected !== null ? () => look.onFold(selected) : undefined,
    foldAll: look && (() => look.onFoldAll()),
    visit: look && selected !== null ? () => look.onVisit(selected) : undefined,
    turn: look && (() => look.onTurn()),
    shortcuts: keys.onShortcuts,
  }
}

function editActions(keys: CanvasKeys): Readonly<Record<EditCommand, Action>> | null {
  const { selected: id, edits, anchorOf, onLasso } = keys
  if (edits === null) return null
  const on = (action: (id: string) => void): Action => (id === null ? undefined : () => action(id))
  return {
    insertAfter: on((one) => edits.onInsertAfter(one, anchorOf(one))),
    insertBefore: on((one) => edits.onInsertBefore(one, anchorOf(one))),
    insertInside: on((one) => edits.onInsertInside(one, anchorOf(one))),
    remove: on((one) => edits.onDelete(one)),
    duplicate: on((one) => edits.onDuplicate(one)),
    moveUp: on((one) => edits.onMove(one, -1)),
    moveDown: on((one) => edits.onMove(one, 1)),
    wrapInFork: on(() => edits.onWrap('FORK_JOIN')),
    wrapInLoop: on(() => edits.onWrap('DO_WHILE')),
    wrapInSwitch: on(() => edits.onWrap('SWITCH')),
    wrapInSub: on(() => edits.onExtract()),
    unwrap: on((one) => edits.onUnwrap(one)),
    lasso: onLasso,
  }
}
