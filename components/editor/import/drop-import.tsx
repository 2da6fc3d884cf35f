'use client'

import { useEffect, useState } from 'react'

/** Files that are dropped anywhere on the page; says so while they hang over it. */
export function DropImport({ onTexts }: { readonly onTexts: (texts: readonly string[]) => void }) {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    window.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      { signal },
    )
    window.addEventListener('dragleave', (event) => event.relatedTarget === null && setOver(false), { signal })
    window.addEventListener(
      'drop',
      (event) => {
        if (!hasFiles(event)) return
        event.preventDefault()
        setOver(false)
        const files = [...(event.dataTransfer?.files ?? [])]
        void Promise.all(files.map((one) => one.text())).then(onTexts)
      },
      { signal },
    )
    return () => listening.abort()
  }, [onTexts])
  if (!isOver) return null
  return (
    <div className="pointer-events-none fixed inset-4 z-50 grid place-items-center rounded-2xl border-2 border-dashed border-accent bg-accent-soft text-lg font-medium text-accent">
      Drop to import: Conductor JSON, OpenAPI, BPMN or curl
    </div>
  )
}
