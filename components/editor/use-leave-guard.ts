'use client'

import { useEffect } from 'react'

/** While there is something to lose: the browser asks before the tab closes, and links ask before they lead away. */
export function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (link === null || event.defaultPrevented || event.metaKey || event.ctrlKey || link.getAttribute('target'))
        return
      if (window.confirm('Leave without saving? Your changes to this workflow will be lost.')) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onUnload)
    window.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      window.removeEventListener('click', onClick, true)
    }
  }, [isDirty])
}
