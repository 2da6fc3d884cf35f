'use client'

import dynamic from 'next/dynamic'
import { useEffect } from 'react'
import { fetchPart } from '@/components/ui/fetch-part'
import { chordOf, commandFor } from '@/components/ui/key-chord'
import { useAfterPaint } from '@/components/ui/use-after-paint'
import { SHELL_KEYS } from './shell-keys'
import { useShell } from './shell-state'

const PaletteDialog = dynamic(
  () => fetchPart(() => import('./palette-dialog')).then((module) => module.PaletteDialog),
  { ssr: false },
)

/** By then the page has what it needs itself, also on a slow machine. */
const PALETTE_AFTER_MS = 1_500

/** ⌘K; what it opens is fetched after the page, so that it is there when somebody types at once. */
export function CommandPalette() {
  const { isPaletteOpen, setPaletteOpen } = useShell()
  const isAfterPaint = useAfterPaint(PALETTE_AFTER_MS)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (commandFor(SHELL_KEYS, chordOf(event)) !== 'palette') return
      event.preventDefault()
      setPaletteOpen(!useShell.getState().isPaletteOpen)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [setPaletteOpen])
  return isAfterPaint || isPaletteOpen ? <PaletteDialog /> : null
}
