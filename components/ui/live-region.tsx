'use client'

import { create } from 'zustand'

const QUIET_MS = 2000
const store = create<{ text: string }>(() => ({ text: '' }))
let waiting: string[] = []
let timer: ReturnType<typeof setTimeout> | null = null

/** Says a change to screen readers: at most one message in two seconds, those in between merged into one. */
export function announce(message: string): void {
  if (!waiting.includes(message)) waiting.push(message)
  if (timer === null) flush()
}

function flush(): void {
  if (waiting.length === 0) {
    timer = null
    return
  }
  store.setState({ text: waiting.join('. ') })
  waiting = []
  timer = setTimeout(flush, QUIET_MS)
}

export function LiveRegion() {
  const text = store((state) => state.text)
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {text}
    </div>
  )
}
