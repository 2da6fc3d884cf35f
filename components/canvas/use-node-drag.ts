'use client'

import { useReactFlow } from '@xyflow/react'
import { type MouseEvent, type PointerEvent, useEffect, useRef } from 'react'
import { nearestEdge } from '@/components/graph/nearest-edge'
import type { CanvasEdits } from './canvas-edits'
import { swallowClick } from './swallow-click'
import type { CanvasModel } from './use-canvas-model'

export const DROP_REACH = 90
/** A hand that trembles while it clicks drags nothing. */
const DRAG_FROM = 5

/** Dragging a node onto another edge moves its task there; Escape or anywhere else leaves it where it is. */
export function useNodeDrag({ layout, store }: CanvasModel, edits: CanvasEdits | null) {
  const { screenToFlowPosition } = useReactFlow()
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const draggedId = (event: MouseEvent) => {
    if (edits === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return null
    return handleOf(event.target)
  }

  const follow = (canvas: HTMLElement, id: string, start: PointerEvent) => {
    const listening = new AbortController()
    const { signal } = listening
    running.current = listening
    const edges = layout.edges.filter((edge) => edge.place !== null && edits?.canMoveTo(id, edge.place))
    const edgeAt = (at: { clientX: number; clientY: number }) =>
      nearestEdge(edges, screenToFlowPosition({ x: at.clientX, y: at.clientY }), DROP_REACH)
    const isDragging = () => store.getState().drag !== null
    const onMove = (event: globalThis.PointerEvent) => {
      const { clientX, clientY } = event
      if (!isDragging() && Math.hypot(clientX - start.clientX, clientY - start.clientY) < DRAG_FROM) return
      const { left, top } = canvas.getBoundingClientRect()
      canvas.dataset.dragging = ''
      store.setState({ drag: { id, x: clientX - left, y: clientY - top }, dropEdge: edgeAt(event)?.id ?? null })
    }
    const onUp = (event: globalThis.PointerEvent) => {
      const place = isDragging() ? edgeAt(event)?.place : null
      if (isDragging()) swallowClick()
      listening.abort()
      if (place) edits?.onMoveTo(id, place)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !isDragging()) return
      event.preventDefault()
      event.stopPropagation()
      listening.abort()
    }
    signal.addEventListener('abort', () => {
      delete canvas.dataset.dragging
      store.setState({ drag: null, dropEdge: null })
    })
    window.addEventListener('pointermove', onMove, { signal })
    window.addEventListener('pointerup', onUp, { signal })
    window.addEventListener('pointercancel', () => listening.abort(), { signal })
    window.addEventListener('keydown', onKey, { signal, capture: true })
  }

  return {
    onPointerDownCapture: (event: PointerEvent<HTMLElement>) => {
      const id = event.pointerType === 'touch' ? null : draggedId(event)
      if (id !== null) follow(event.currentTarget, id, event)
    },
    // xyflow would pan the canvas along.
    onMouseDownCapture: (event: MouseEvent) => {
      if (draggedId(event) !== null) event.stopPropagation()
    },
  }
}

/** A card or a bar is taken anywhere, a loop by its header: its inside is canvas. */
function handleOf(target: EventTarget): string | null {
  if (!(target instanceof Element) || target.closest('button, a') !== null) return null
  const handle = target.closest('.graph-card, .graph-bar, .graph-frame-header')
  return handle?.closest<HTMLElement>('.react-flow__node')?.dataset.id ?? null
}
