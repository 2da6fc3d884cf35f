'use client'

import { useSyncExternalStore } from 'react'

const QUERY = '(max-width: 767px)'

/** Null until the browser can say. */
export function useIsPhone(): boolean | null {
  return useSyncExternalStore(
    (onChange) => {
      const media = window.matchMedia(QUERY)
      media.addEventListener('change', onChange)
      return () => media.removeEventListener('change', onChange)
    },
    () => window.matchMedia(QUERY).matches,
    () => null,
  )
}
