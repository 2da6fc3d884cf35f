'use client'

import { useStore } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'
import { type CanvasStore, useCanvasState } from './canvas-state'

/** Text never falls below 9 px: cards write larger as the graph gets smaller, then only their title, then nothing. */
export const FAR_BELOW = 0.4
const LEVELS = [
  [0.8, 'full'],
  [0.7, 'compact-0'],
  [0.6, 'compact-1'],
  [0.5, 'compact-2'],
  [FAR_BELOW, 'compact-3'],
] as const

const level = (state: { transform: readonly [number, number, number] }) =>
  LEVELS.find(([from]) => state.transform[2] >= from)?.[1] ?? 'blocks'

interface ZoomLevelProps {
  readonly target: RefObject<HTMLElement | null>
  readonly store: CanvasStore
}

/** Tells the style sheet once the hand rests; only between text and blocks are cards drawn anew. */
export function ZoomLevel({ target, store }: ZoomLevelProps) {
  const current = useStore(level)
  const isHeld = useCanvasState((state) => state.camera !== 'rests')
  useEffect(() => {
    if (isHeld) return
    target.current?.setAttribute('data-zoom', current)
    store.setState({ isFar: current === 'blocks' })
  }, [current, isHeld, target, store])
  return null
}
