'use client'

import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { CanvasEdits } from '@/components/canvas/canvas-edits'
import { handleCanvasKey } from '@/components/canvas/handle-canvas-key'
import { useDocument, useSession, useSessionState } from '@/components/editor/session'
import { useCanvasEdits } from '@/components/editor/use-canvas-edits'
import { useEditorLook } from '@/components/editor/use-editor-look'
import type { Direction } from '@/components/graph/walk'
import { chordOf, commandFor } from '@/components/ui/key-chord'
import { OUTLINE_KEYS, type OutlineCommand } from './outline-keys'
import { type OutlineRow, outlineRows } from './outline-rows'
import { outlineStep } from './outline-step'

const NONE: ReadonlySet<string> = new Set()

export interface OutlineModel {
  readonly container: React.RefObject<HTMLElement | null>
  readonly rows: readonly OutlineRow[]
  /** The line that Tab comes to. */
  readonly current: string | null
  /** Null: it can only be read. */
  readonly edits: CanvasEdits | null
  readonly select: (id: string) => void
  readonly toggle: (id: string) => void
  readonly openMenu: (id: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** The outline over the document and the selection that it shares with the graph. */
export function useOutline(onOpen: () => void): OutlineModel {
  const { ui, editable } = useSession()
  const container = useRef<HTMLElement>(null)
  const definition = useDocument((state) => state.definition)
  const isStale = useDocument((state) => state.problem !== null)
  const selected = useSessionState((state) => state.selected)
  const look = useEditorLook()
  const [closedCases, setClosedCases] = useState(NONE)
  const closed = useMemo(() => new Set([...closedCases, ...look.folded]), [closedCases, look.folded])
  const rows = useMemo(() => outlineRows(definition, closed, selected), [definition, closed, selected])
  const current = (rows.find((row) => row.id === selected) ?? rows[0])?.id ?? null
  const canvasEdits = useCanvasEdits()
  const edits = editable && !isStale ? canvasEdits : null
  useFocusOn(container, current, rows)

  const select = (id: string | null | undefined) => id && ui.setState({ selected: id })
  const toggle = (id: string) => {
    if (rows.find((row) => row.id === id)?.task) look.onFold(id)
    else setClosedCases((before) => (before.has(id) ? without(before, id) : new Set([...before, id])))
  }
  const anchorOf = (id: string) => lineOf(container.current, id)?.getBoundingClientRect() ?? new DOMRect()
  const openMenu = (id: string) => {
    const { selected: one, more } = ui.getState()
    if (one !== id && !more.includes(id)) select(id)
    const { left, bottom } = anchorOf(id)
    edits?.onNodeMenu(id, { x: left + 24, y: bottom })
  }
  const walk = (direction: Direction) => {
    const step = outlineStep(rows, current, direction)
    if (step?.kind === 'select') select(step.id)
    else if (step) toggle(step.id)
  }
  const own: Readonly<Record<OutlineCommand, () => void>> = {
    first: () => select(rows[0]?.id),
    last: () => select(rows.at(-1)?.id),
    menu: () => current !== null && openMenu(current),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandFor(OUTLINE_KEYS, chordOf(event))
    if (command !== undefined) {
      event.preventDefault()
      own[command]()
      return
    }
    // Both go by the selection; before there is one, they are about the line with the focus.
    const selectCurrent = () => selected === null && select(current)
    const wrap: CanvasEdits['onWrap'] = (type) => {
      selectCurrent()
      edits?.onWrap(type)
    }
    handleCanvasKey(event, {
      selected: current,
      edits: edits && { ...edits, onWrap: wrap },
      look,
      onWalk: walk,
      onOpen: () => {
        selectCurrent()
        onOpen()
      },
      onFind: () => ui.setState({ over: 'find' }),
      onShortcuts: () => ui.setState({ over: 'shortcuts' }),
      anchorOf,
    })
  }
  return { container, rows, current, edits, select, toggle, openMenu, onKeyDown }
}

/** The focus comes when the outline opens, follows the selection, and stays when its line is deleted. */
function useFocusOn(container: OutlineModel['container'], current: string | null, rows: readonly OutlineRow[]): void {
  const { ui } = useSession()
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return
      if (container.current?.contains(target)) ui.setState({ keys: 'outline' })
      else if (target.closest('.graph-canvas')) ui.setState({ keys: 'graph' })
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [container, ui])
  useEffect(() => {
    container.current?.querySelector<HTMLElement>('[tabindex="0"], button')?.focus()
  }, [container])
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows may have taken the focused line away
  useLayoutEffect(() => {
    const active = document.activeElement
    const isHere = container.current?.contains(active) || (active === document.body && ui.getState().keys === 'outline')
    if (isHere && current !== null) lineOf(container.current, current)?.focus()
  }, [container, ui, current, rows])
}

function lineOf(container: HTMLElement | null, id: string): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[role="treeitem"][data-id="${CSS.escape(id)}"]`) ?? null
}

function without(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...set].filter((one) => one !== id))
}
