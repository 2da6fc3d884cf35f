'use client'

import { useEffect } from 'react'
import { detectImport } from '@/components/import/detect-import'

/** What is pasted on the page itself, and not into a field of it. */
export function PasteImport({ onTexts }: { readonly onTexts: (texts: readonly string[]) => void }) {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const isField =
        event.target instanceof Element && event.target.closest('input, textarea, [role="dialog"]') !== null
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (isField || detectImport(text) === null) return
      event.preventDefault()
      onTexts([text])
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [onTexts])
  return null
}
