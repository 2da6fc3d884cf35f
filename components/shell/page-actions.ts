'use client'

import { useEffect, useRef } from 'react'
import { create } from 'zustand'

/** What can be done on the page that is open, as the command palette offers it. */
export interface PageAction {
  readonly label: string
  readonly shortcut?: string
  readonly disabled?: boolean
  readonly run: () => void
}

export interface PageActionGroup {
  readonly title: string
  /** Asked when the palette opens: what can be done depends on what is selected then. */
  readonly actions: () => readonly PageAction[]
}

export const usePageActionGroups = create<{ readonly groups: readonly PageActionGroup[] }>(() => ({ groups: [] }))

/** Offers actions in ⌘K as long as the component is there. */
export function usePageActions(title: string, actions: () => readonly PageAction[]): void {
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  useEffect(() => {
    const group = { title, actions: () => latest.current() }
    usePageActionGroups.setState(({ groups }) => ({ groups: [...groups, group] }))
    return () => usePageActionGroups.setState(({ groups }) => ({ groups: groups.filter((one) => one !== group) }))
  }, [title])
}
