'use client'

import type { KeyboardEvent } from 'react'
import type { Wrapping } from '@/components/graph/edits/wrap'
import type { Layout } from '@/components/graph/layout-types'
import { type Direction, walk } from '@/components/graph/walk'
import type { CanvasEdits } from './canvas-edits'

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

const WRAPPINGS: Readonly<Record<string, Wrapping>> = { f: 'FORK_JOIN', l: 'DO_WHILE', s: 'SWITCH' }

export interface CanvasKeys {
  readonly layout: Layout
  readonly selected: string | null
  readonly edits: CanvasEdits | null
  readonly onSelect: (id: string | null) => void
  readonly onOpen: (id: string) => void
  readonly onZoom: (by: 'in' | 'out' | 'fit') => void
  readonly anchorOf: (id: string) => DOMRect
}

/** Single keys, only while the canvas has the focus; none of them is the browser's. */
export function handleCanvasKey(event: KeyboardEvent, keys: CanvasKeys): void {
  const action =
    event.ctrlKey || event.metaKey ? commandOf(event, keys) : (arrowOf(event, keys) ?? actionOf(event.key, keys))
  if (action === undefined) return
  event.preventDefault()
  action()
}

type Action = (() => void) | undefined

function arrowOf(event: KeyboardEvent, { selected, edits, layout, onSelect }: CanvasKeys): Action {
  const arrow = ARROWS[event.key]
  if (arrow === undefined) return undefined
  if (event.altKey) {
    if (selected === null || edits === null || arrow === 'left' || arrow === 'right') return undefined
    return () => edits.onMove(selected, arrow === 'up' ? -1 : 1)
  }
  return () => {
    const next = selected === null ? layout.nodes[0]?.id : walk(layout, selected, arrow)
    if (next) onSelect(next)
  }
}

function actionOf(key: string, { selected, edits, ...keys }: CanvasKeys): Action {
  if (key === '0') return () => keys.onZoom('fit')
  if (key === '+' || key === '=') return () => keys.onZoom('in')
  if (key === '-') return () => keys.onZoom('out')
  if (selected === null) return undefined
  if (key === 'Enter') return () => keys.onOpen(selected)
  if (key === 'Escape') return () => keys.onSelect(null)
  if (edits === null) return undefined
  if (key === 'Delete' || key === 'Backspace') return () => edits.onDelete(selected)
  const wrapping = WRAPPINGS[key]
  if (wrapping !== undefined) return () => edits.onWrap(wrapping)
  if (key === 'u') return () => edits.onUnwrap(selected)
  if (key === 'n' || key === 'a') return () => edits.onInsertAfter(selected, keys.anchorOf(selected))
  return undefined
}

function commandOf(event: KeyboardEvent, { selected, edits }: CanvasKeys): Action {
  if (event.key.toLowerCase() !== 'd' || !event.shiftKey || selected === null || edits === null) return undefined
  return () => edits.onDuplicate(selected)
}
