'use client'

import { useCallback, useSyncExternalStore } from 'react'

/** False on the server and until the page is alive. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    [query],
  )
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
}

export function useIsNarrow(): boolean {
  return useMediaQuery('(max-width: 767px)')
}
