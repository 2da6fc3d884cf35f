'use client'

import { useEffect, useRef, useState } from 'react'

/** What was made once, when the page opened; null until then. */
export function useOpened<T>(open: () => Promise<T>): T | null {
  const [opened, setOpened] = useState<T | null>(null)
  const first = useRef(open)
  useEffect(() => {
    let isHere = true
    void first.current().then((made) => isHere && setOpened(() => made))
    return () => {
      isHere = false
    }
  }, [])
  return opened
}
