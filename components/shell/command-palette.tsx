'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useShell } from './shell-state'

const PaletteDialog = dynamic(() => import('./palette-dialog').then((module) => module.PaletteDialog), { ssr: false })

/** ⌘K; what it opens is fetched with its first use. */
export function CommandPalette() {
  const { isPaletteOpen, setPaletteOpen } = useShell()
  const [wasOpen, setWasOpen] = useState(false)
  if (isPaletteOpen && !wasOpen) setWasOpen(true)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setPaletteOpen(!useShell.getState().isPaletteOpen)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [setPaletteOpen])
  return wasOpen ? <PaletteDialog /> : null
}
