'use client'

import { useEffect } from 'react'
import { type ConnectionState, connectionState, noteConnection, useConnectionFacts } from '@/components/api/connection'
import { cn } from '@/components/ui/cn'

const LOOK: Readonly<Record<ConnectionState, { readonly word: string; readonly dot: string }>> = {
  live: { word: 'Live', dot: 'bg-status-completed' },
  'catching up': { word: 'Catching up', dot: 'bg-status-completed-with-errors' },
  offline: { word: 'Offline', dot: 'bg-status-failed' },
}

export function ConnectionDot() {
  const state = useConnectionFacts(connectionState)
  useEffect(() => {
    const onOffline = () => noteConnection({ isOnline: false })
    const onOnline = () => noteConnection({ isOnline: true, callsArrive: true })
    window.addEventListener('offline', onOffline)
    window.addEventListener('online', onOnline)
    return () => {
      window.removeEventListener('offline', onOffline)
      window.removeEventListener('online', onOnline)
    }
  }, [])
  const { word, dot } = LOOK[state]
  return (
    <span data-testid="connection" className="flex items-center gap-1.5 text-text-2">
      <span aria-hidden className={cn('size-2 rounded-full', dot)} />
      <span className={cn('max-md:sr-only', state === 'live' && 'max-xl:sr-only')}>{word}</span>
    </span>
  )
}
