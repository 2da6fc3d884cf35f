'use client'

import { useEffect, useState } from 'react'

const PAUSE_MS = 150

/** False while the page is first drawn: what is large and not seen at once waits for it. */
export function useAfterPaint(pauseMs = PAUSE_MS): boolean {
  const [isAfter, setAfter] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setAfter(true), pauseMs)
    return () => clearTimeout(timer)
  }, [pauseMs])
  return isAfter
}
