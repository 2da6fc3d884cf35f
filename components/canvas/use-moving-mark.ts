'use client'

import { type RefObject, useMemo } from 'react'
import type { CanvasState, CanvasStore } from './canvas-state'

/** While the camera moves the sheet is a layer of its own, which the browser only shifts. */
export function useMovingMark(container: RefObject<HTMLElement | null>, store: CanvasStore) {
  return useMemo(() => {
    let from: number | null = null
    // A wheel begins anew with each of its events.
    const become = (camera: CanvasState['camera'], mark: '' | 'zoom' | null) => {
      if (mark === null) container.current?.removeAttribute('data-moving')
      else if (container.current?.dataset.moving !== mark) container.current?.setAttribute('data-moving', mark)
      if (store.getState().camera !== camera) store.setState({ camera })
    }
    return {
      start: (isByHand: boolean, zoom: number) => {
        if (!isByHand) return become('rests', '')
        if (store.getState().camera !== 'rests') return
        from = zoom
        become('pans', '')
      },
      move: (zoom: number) => {
        if (store.getState().camera === 'pans' && zoom !== from) become('zooms', 'zoom')
      },
      end: () => become('rests', null),
    }
  }, [container, store])
}
