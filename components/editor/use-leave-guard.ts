'use client'

import { useEffect } from 'react'

const QUESTION = 'Leave without saving? Your changes to this workflow will be lost.'

/** While there is something to lose: the browser asks before the tab closes; links, Back and Forward ask here. */
export function useLeaveGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal })
    window.addEventListener('click', onClick, { capture: true, signal })
    window.navigation?.addEventListener('navigate', onTraverse, { signal })
    return () => listening.abort()
  }, [isDirty])
}

function onClick(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null
  if (link === null || event.defaultPrevented || event.metaKey || event.ctrlKey || link.getAttribute('target')) return
  if (window.confirm(QUESTION)) return
  event.preventDefault()
  event.stopPropagation()
}

/** Between two views of the same version nothing is lost. */
function onTraverse(event: NavigateEvent): void {
  if (event.navigationType !== 'traverse' || !event.cancelable) return
  if (versionAt(event.destination.url) === versionAt(window.location.href)) return
  if (!window.confirm(QUESTION)) event.preventDefault()
}

function versionAt(address: string): string {
  const { pathname, searchParams } = new URL(address)
  return `${pathname} ${searchParams.get('version')}`
}
