'use client'

import { type RefObject, useMemo } from 'react'
import type { CanvasStore } from './canvas-state'

/** While the camera moves the sheet is one picture that the browser only shifts; then it is painted sharply again. */
export function useMovingMark(container: RefObject<HTMLElement | null>, store: CanvasStore) {
  return useMemo(() => {
    // A wheel begins anew with each of its events.
    const hold = (isHeld: boolean) => store.getState().isHeld !== isHeld && store.setState({ isHeld })
    return {
      start: (isByHand: boolean) => {
        container.current?.setAttribute('data-moving', '')
        if (isByHand) hold(true)
      },
      end: () => {
        container.current?.removeAttribute('data-moving')
        hold(false)
      },
    }
  }, [container, store])
}
