'use client'

import { useReactFlow } from '@xyflow/react'
import { type MouseEvent, type PointerEvent, type TouchEvent, useEffect, useRef, useState } from 'react'
import type { CanvasEdits } from './canvas-edits'
import type { Rectangle } from './canvas-state'
import { swallowClick } from './swallow-click'
import type { CanvasModel } from './use-canvas-model'
import { touches } from './visible-part'

export interface Lasso {
  /** On: a drag over the empty canvas selects, whatever else is pressed. */
  readonly isOn: boolean
  readonly toggle: () => void
  readonly container: {
    readonly onPointerDownCapture: (event: PointerEvent<HTMLElement>) => void
    readonly onMouseDownCapture: (event: MouseEvent) => void
    readonly onTouchStartCapture: (event: TouchEvent) => void
  }
}

/** Shift and a drag over the empty canvas, or a drag alone once it is turned on, selects what the rectangle touches. */
export function useLasso({ layout, store }: CanvasModel, edits: CanvasEdits | null): Lasso {
  const { screenToFlowPosition } = useReactFlow()
  const [isOn, setOn] = useState(false)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])
  const begins = (event: { target: EventTarget; shiftKey: boolean }) =>
    edits !== null && (isOn || event.shiftKey) && isOnGround(event.target)

  const follow = (canvas: HTMLElement, start: PointerEvent) => {
    const listening = new AbortController()
    running.current = listening
    const { signal } = listening
    const box = canvas.getBoundingClientRect()
    const rectangleTo = (event: globalThis.PointerEvent): Rectangle => ({
      x: Math.min(start.clientX, event.clientX),
      y: Math.min(start.clientY, event.clientY),
      width: Math.abs(event.clientX - start.clientX),
      height: Math.abs(event.clientY - start.clientY),
    })
    const onMove = (event: globalThis.PointerEvent) => {
      const { x, y, ...size } = rectangleTo(event)
      store.setState({ lasso: { x: x - box.left, y: y - box.top, ...size } })
    }
    const onUp = (event: globalThis.PointerEvent) => {
      const { x, y, width, height } = rectangleTo(event)
      const from = screenToFlowPosition({ x, y })
      const to = screenToFlowPosition({ x: x + width, y: y + height })
      const caught = { ...from, width: to.x - from.x, height: to.y - from.y }
      swallowClick()
      listening.abort()
      setOn(false)
      edits?.onSelectAll(tasksWithin(layout, caught))
    }
    signal.addEventListener('abort', () => store.setState({ lasso: null }))
    window.addEventListener('pointermove', onMove, { signal })
    window.addEventListener('pointerup', onUp, { signal })
    window.addEventListener('pointercancel', () => listening.abort(), { signal })
  }

  return {
    isOn,
    toggle: () => setOn(!isOn),
    container: {
      onPointerDownCapture: (event) => {
        if (event.button === 0 && begins(event)) follow(event.currentTarget, event)
      },
      // xyflow would pan the canvas along.
      onMouseDownCapture: (event) => {
        if (begins(event)) event.stopPropagation()
      },
      onTouchStartCapture: (event) => {
        if (begins(event)) event.stopPropagation()
      },
    },
  }
}

function isOnGround(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.react-flow__node, .react-flow__panel, button') === null
}

/** Outermost first: with a loop its inside is selected anyway. */
function tasksWithin({ nodes }: CanvasModel['layout'], caught: Rectangle): readonly string[] {
  const tasks = nodes.filter((node) => node.path !== null && node.kind !== 'case' && node.kind !== 'join')
  return tasks
    .filter((node) => (node.kind === 'loop' || node.kind === 'sub' ? isWithin(caught, node) : touches(caught, node)))
    .map((node) => node.id)
}

function isWithin(caught: Rectangle, node: Rectangle): boolean {
  return (
    caught.x <= node.x &&
    caught.y <= node.y &&
    node.x + node.width <= caught.x + caught.width &&
    node.y + node.height <= caught.y + caught.height
  )
}
