'use client'

import { type RefObject, useMemo } from 'react'

/** While the camera moves the sheet is one picture that the browser only shifts; then it is painted sharply again. */
export function useMovingMark(container: RefObject<HTMLElement | null>) {
  return useMemo(
    () => ({
      start: () => container.current?.setAttribute('data-moving', ''),
      end: () => container.current?.removeAttribute('data-moving'),
    }),
    [container],
  )
}
