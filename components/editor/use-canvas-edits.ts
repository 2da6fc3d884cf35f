'use client'

import { useMemo } from 'react'
import type { CanvasEdits } from '@/components/canvas/canvas-edits'
import { type Place, taskType } from '@/components/graph/definition'
import { deleteTask } from '@/components/graph/edits/delete-task'
import { duplicateTask } from '@/components/graph/edits/duplicate-task'
import { canMoveTask, moveTask, moveTaskBy } from '@/components/graph/edits/move-task'
import { removeSwitchCase } from '@/components/graph/edits/switch-cases'
import { canUnwrap, unwrapTask } from '@/components/graph/edits/wrap'
import { graphModel } from '@/components/graph/graph-model'
import { layout } from '@/components/graph/layout'
import { START_ID } from '@/components/graph/layout-types'
import { nodeIndex } from '@/components/graph/node-index'
import { spanAt } from '@/components/graph/task-span'
import { walk } from '@/components/graph/walk'
import { addCase, insertAt } from './insert-task'
import { placeInside } from './place-for-new'
import {
  copySelection,
  deleteSelection,
  duplicateSelection,
  pasteText,
  selectedPaths,
  toggleSelected,
  wrapSelection,
} from './selection'
import { type EditorSession, useSession } from './session'

/** What the canvas's gestures do to the document. */
export function useCanvasEdits(): CanvasEdits {
  const session = useSession()
  return useMemo(() => canvasEdits(session), [session])
}

export function canvasEdits(session: EditorSession): CanvasEdits {
  const { document, ui } = session
  const nodeOf = (id: string) => nodeIndex(document.getState().definition).byId.get(id)
  const edits: CanvasEdits = {
    onInsertAt: (place, anchor) => ui.setState({ insert: { kind: 'place', place, anchor } }),
    onDrop: (place, type) => insertAt(session, place, type),
    onInsertAfter: (id, anchor) => {
      const place = placeAfter(session, id)
      if (place) ui.setState({ insert: { kind: 'place', place, anchor } })
    },
    onInsertBefore: (id, anchor) => {
      const node = nodeOf(id)
      if (!node || node.caseKey !== undefined) return
      const { list, start } = spanAt(document.getState().definition, node.path)
      ui.setState({ insert: { kind: 'place', place: { list, index: start }, anchor } })
    },
    onInsertInside: (id, anchor) => {
      const node = nodeOf(id)
      if (!node) return
      const place = placeInside(node)
      if (place === null) edits.onAddBranch(id, anchor)
      else ui.setState({ insert: { kind: 'place', place, anchor } })
    },
    onAddBranch: (id, anchor) => {
      const node = nodeOf(id)
      if (!node) return
      if (taskType(node.task) === 'SWITCH') addCase(session, node.path, node.task)
      else if (taskType(node.task) === 'FORK_JOIN') ui.setState({ insert: { kind: 'branch', fork: node.path, anchor } })
    },
    onDelete: (id) => (isOneOfSeveral(session, id) ? deleteSelection(session) : remove(session, id)),
    onDuplicate: (id) => {
      if (isOneOfSeveral(session, id)) return duplicateSelection(session)
      const node = nodeOf(id)
      if (node && node.caseKey === undefined) document.edit((definition) => duplicateTask(definition, node.path))
    },
    onMove: (id, by) => {
      const node = nodeOf(id)
      if (node && node.caseKey === undefined) document.edit((definition) => moveTaskBy(definition, node.path, by))
    },
    onMoveTo: (id, place) => {
      const node = nodeOf(id)
      if (node && node.caseKey === undefined) document.edit((definition) => moveTask(definition, node.path, place))
    },
    onToggle: (id) => toggleSelected(session, id),
    onSelectAll: ([first = null, ...more]) => ui.setState({ selected: first, more }),
    onCopy: () => copySelection(session),
    onCut: () => {
      const text = copySelection(session)
      const { selected } = ui.getState()
      if (text !== null && selected !== null) edits.onDelete(selected)
      return text
    },
    onWrap: (type) => wrapSelection(session, type),
    onExtract: () => {
      if (selectedPaths(session).length > 0) ui.setState({ over: 'extract' })
    },
    onUnwrap: (id) => {
      const node = nodeOf(id)
      if (!node || node.caseKey !== undefined) return
      if (taskType(node.task) === 'SUB_WORKFLOW') ui.setState({ selected: id, more: [], over: 'inline' })
      if (!canUnwrap(document.getState().definition, node.path)) return
      document.edit((definition) => unwrapTask(definition, node.path))
      ui.setState({ selected: null })
    },
    onNodeMenu: (id, at) => ui.setState({ menu: { kind: 'node', id, ...at } }),
    onEdgeMenu: (place, at) => ui.setState({ menu: { kind: 'edge', place, ...at } }),
    onPaste: (text) => void pasteText(session, text),
    canMoveTo: (id, place) => {
      const node = nodeOf(id)
      return node !== undefined && canMoveTask(document.getState().definition, node.path, place)
    },
  }
  return edits
}

function isOneOfSeveral({ ui }: EditorSession, id: string): boolean {
  const { selected, more } = ui.getState()
  return more.length > 0 && (selected === id || more.includes(id))
}

function remove({ document, ui }: EditorSession, id: string): void {
  const { definition } = document.getState()
  const node = nodeIndex(definition).byId.get(id)
  if (!node || node.caseKey === null) return
  const before = walk(layout(graphModel(definition)), id, 'up')
  const { path, caseKey } = node
  document.edit((current) =>
    caseKey === undefined ? deleteTask(current, path) : removeSwitchCase(current, path, caseKey),
  )
  ui.setState({ selected: before === START_ID ? null : before })
}

function placeAfter({ document }: EditorSession, id: string): Place | null {
  const drawn = layout(graphModel(document.getState().definition))
  const edges = drawn.edges.filter((edge) => edge.source === id || edge.source === `${id}/merge`)
  return edges.find((edge) => edge.source !== id)?.place ?? edges.findLast((edge) => edge.place !== null)?.place ?? null
}
