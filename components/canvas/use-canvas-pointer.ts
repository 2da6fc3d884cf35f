'use client'

import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useState } from 'react'
import { START_ID } from '@/components/graph/layout-types'
import { type Direction, walk } from '@/components/graph/walk'
import { clipboardEvents, isOnGraph } from './clipboard-events'
import type { FlowNode } from './flow-elements'
import type { GraphCanvasProps } from './graph-canvas-props'
import { type CanvasKeys, handleCanvasKey } from './handle-canvas-key'
import { spokenLabel } from './node-label'
import type { CanvasModel } from './use-canvas-model'
import type { CanvasView } from './use-canvas-view'
import { useEdgeDrop } from './use-edge-drop'
import { useLasso } from './use-lasso'
import { useNodeDrag } from './use-node-drag'

/** Selecting, dragging and walking with the keyboard: events in, the props' callbacks out. */
export function useCanvasPointer(model: CanvasModel, view: CanvasView, props: GraphCanvasProps) {
  const { selected = null, alsoSelected = [], onSelect, onOpen, edits = null, look } = props
  const [hasFocus, setHasFocus] = useState(false)
  const nodeDrag = useNodeDrag(model, edits)
  const lasso = useLasso(model, edits)
  const edgeDrop = useEdgeDrop(model, edits)

  const elementOf = (id: string) =>
    view.container.current?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`)

  const select = (id: string | null) => {
    onSelect?.(id)
    if (id === null) return
    view.reveal(id)
    focusSoon(() => elementOf(id))
  }

  /** The full name is made when it is read: "step 3 of 7" would otherwise make every node anew with each edit. */
  const speak = (target: EventTarget) => {
    const id = nodeIdOf(target)
    const node = id === null ? undefined : model.layout.nodes.find((one) => one.id === id)
    if (node) elementOf(node.id)?.setAttribute('aria-label', spokenLabel(node, model.decorations[node.id]))
  }

  const walkFrom = (id: string | null, direction: Direction) => {
    const next = id === null ? model.layout.nodes[0]?.id : walk(model.layout, id, direction)
    if (next) select(next)
  }

  /** To the next node with a problem, in the order of the graph, and round again. */
  const goToProblem = () => {
    const { problems } = model.store.getState()
    const marked = model.layout.nodes.filter((node) => problems[node.id] !== undefined)
    const next = marked[(marked.findIndex((node) => node.id === selected) + 1) % marked.length]
    if (next === undefined) return
    select(next.id)
    view.zoomTo([next.id])
  }

  const keysOf = (current: string | null): CanvasKeys => ({
    selected: current,
    edits,
    look,
    onWalk: (direction) => walkFrom(current, direction),
    onUnselect: () => select(null),
    onOpen: (id) => onOpen?.(id),
    onFind: props.onFind,
    onShortcuts: props.onShortcuts,
    onZoom: (by) => {
      if (by === 'fit') view.fit()
      else if (by === 'selection') view.zoomTo([selected ?? current ?? START_ID, ...alsoSelected])
      else view.zoom(by)
    },
    onNextProblem: () => goToProblem(),
    onLasso: lasso.toggle,
    anchorOf: (id) => elementOf(id)?.getBoundingClientRect() ?? new DOMRect(),
  })

  const container = {
    onPointerDownCapture: (event: PointerEvent<HTMLElement>) => {
      lasso.container.onPointerDownCapture(event)
      nodeDrag.onPointerDownCapture(event)
    },
    onMouseDownCapture: (event: MouseEvent) => {
      lasso.container.onMouseDownCapture(event)
      nodeDrag.onMouseDownCapture(event)
    },
    onTouchStartCapture: lasso.container.onTouchStartCapture,
    ...clipboardEvents(edits),
    // The canvas is one stop of the Tab key; inside it the arrow keys move.
    tabIndex: hasFocus ? -1 : 0,
    onFocus: (event: FocusEvent) => {
      setHasFocus(true)
      speak(event.target)
      if (event.target === event.currentTarget) elementOf(selected ?? START_ID)?.focus({ preventScroll: true })
    },
    onBlur: (event: FocusEvent) => setHasFocus(event.currentTarget.contains(event.relatedTarget)),
    onKeyDown: (event: KeyboardEvent) => {
      if (!isOnGraph(event.target)) return
      // Start and End can hold the focus though nothing is selected then.
      const current = nodeIdOf(event.target) ?? selected
      handleCanvasKey(event, keysOf(current))
    },
    ...edgeDrop,
  }
  return {
    container,
    lasso,
    keysOf,
    onNodeClick: (event: MouseEvent, node: FlowNode) => {
      if (event.shiftKey && edits !== null) edits.onToggle(node.id)
      else if (node.type !== 'merge') select(node.id)
    },
    onNodeContextMenu: (event: MouseEvent, { id, data }: FlowNode) => {
      if (edits === null || data.node.path === null) return
      event.preventDefault()
      const isSelected = selected === id || alsoSelected.includes(id)
      if (!isSelected) select(id)
      edits.onNodeMenu(id, { x: event.clientX, y: event.clientY })
    },
    onNodeDoubleClick: (_: MouseEvent, node: FlowNode) => onOpen?.(node.id),
    onPaneClick: () => onSelect?.(null),
  }
}

function nodeIdOf(target: EventTarget): string | null {
  return (target instanceof Element && target.closest<HTMLElement>('.react-flow__node')?.dataset.id) || null
}

const MOST_TRIES = 20

/** Of a large graph only a part is drawn: a node that comes into view has to be drawn first. */
function focusSoon(find: () => HTMLElement | null | undefined, tries = MOST_TRIES): void {
  const element = find()
  if (element) element.focus({ preventScroll: true })
  else if (tries > 0) requestAnimationFrame(() => focusSoon(find, tries - 1))
}
