'use client'

import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'

export interface WayBack {
  /** The first thing inside of what opens: it sees where the keyboard was before anything in there takes it. */
  readonly mark: ReactNode
  readonly onCloseAutoFocus: (event: Event) => void
}

/** For what opens without a trigger of its own: when it closes, the keyboard goes back to where it was. */
export function useWayBack(): WayBack {
  const origin = useRef<HTMLElement | null>(null)
  return {
    mark: <Mark origin={origin} />,
    onCloseAutoFocus: (event) => {
      // What was done in there may have led somewhere: that stays.
      const isElsewhere = document.activeElement !== null && document.activeElement !== document.body
      if (!isElsewhere && !origin.current?.isConnected) return
      event.preventDefault()
      if (!isElsewhere) origin.current?.focus()
    },
  }
}

function Mark({ origin }: { readonly origin: RefObject<HTMLElement | null> }) {
  useLayoutEffect(() => {
    const { activeElement } = document
    const isSomewhere = activeElement instanceof HTMLElement && activeElement !== document.body
    origin.current = isSomewhere ? ownerOf(activeElement) : null
  }, [origin])
  return null
}

/** A menu closes with what opens from it: its button stays. */
function ownerOf(element: HTMLElement): HTMLElement {
  const trigger = element.closest('[role="menu"]')?.getAttribute('aria-labelledby')
  return (trigger && document.getElementById(trigger)) || element
}
