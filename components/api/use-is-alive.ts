'use client'

import { useSyncExternalStore } from 'react'

/**
 * False while React takes over what the server drew. A page may be taken over long after the frame round it, whose
 * answers have arrived by then: what is read from them must wait for this, or the two drawings differ.
 */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
