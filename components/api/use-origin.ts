'use client'

import { useSyncExternalStore } from 'react'

/** The address in the bar is the one that works from here; the server does not know it. */
export function useOrigin(): string {
  return useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => '',
  )
}
