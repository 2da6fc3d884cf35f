'use client'

import { useSyncExternalStore } from 'react'

const noChange = () => () => undefined

/** The address workers are to use: the one this page came from. */
export function useServerUrl(): string {
  const origin = useSyncExternalStore(
    noChange,
    () => window.location.origin,
    () => '',
  )
  return `${origin}/api`
}
