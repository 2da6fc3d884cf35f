'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { fetchPart } from '@/components/ui/fetch-part'
import { useAfterPaint } from '@/components/ui/use-after-paint'
import { useShell } from './shell-state'

const PaletteDialog = dynamic(
  () => fetchPart(() => import('./palette-dialog')).then((module) => module.PaletteDialog),
  { ssr: false },
)

/** ⌘K; what it opens is fetched after the page, so that it is there when somebody types at once. */
export function CommandPalette() {
  const { isPaletteOpen, setPaletteOpen } = useShell()
  const isAfterPaint = useAfterPaint()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey)) return
      event.preventDefault()
      setPaletteOpen(!useShell.getState().isPaletteOpen)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [setPaletteOpen])
  return isAfterPaint || isPaletteOpen ? <PaletteDialog /> : null
}
