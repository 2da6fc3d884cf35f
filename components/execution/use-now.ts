'use client'

import { useEffect, useState } from 'react'

/**
 * The server's time, ticking while `isOpen`: durations must not depend on the visitor's clock, so only the time
 * that passed since the last message is taken from it.
 */
export function useNow(serverNow: number, isOpen: boolean, everyMs = 200): number {
  const [tick, setTick] = useState({ base: serverNow, passed: 0 })
  useEffect(() => {
    if (!isOpen) return
    const arrived = performance.now()
    const timer = setInterval(() => setTick({ base: serverNow, passed: performance.now() - arrived }), everyMs)
    return () => clearInterval(timer)
  }, [serverNow, isOpen, everyMs])
  return isOpen && tick.base === serverNow ? serverNow + tick.passed : serverNow
}

/** The visitor's own clock, for "4 min ago" in lists. */
export function useWallClock(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
