'use client'

import { useStore } from '@xyflow/react'
import { type RefObject, useEffect } from 'react'

/** Text never falls below 9 px: cards write larger as the graph gets smaller, then only their title, then nothing. */
const LEVELS = [
  [0.8, 'full'],
  [0.7, 'near'],
  [0.6, 'compact-1'],
  [0.5, 'compact-2'],
  [0.4, 'compact-3'],
] as const

const level = (state: { transform: readonly [number, number, number] }) =>
  LEVELS.find(([from]) => state.transform[2] >= from)?.[1] ?? 'blocks'

/** Tells the style sheet: crossing a level restyles the cards and renders none. */
export function ZoomLevel({ target }: { readonly target: RefObject<HTMLElement | null> }) {
  const current = useStore(level)
  useEffect(() => {
    target.current?.setAttribute('data-zoom', current)
  }, [current, target])
  return null
}
