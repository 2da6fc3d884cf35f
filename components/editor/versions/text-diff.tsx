'use client'

import { useTheme } from 'next-themes'
import { useEffect, useRef, useState } from 'react'
import { fetchPart } from '@/components/ui/fetch-part'
import { Skeleton } from '@/components/ui/skeleton'

export interface TextDiffProps {
  readonly before: string
  readonly after: string
  readonly label: string
}

/** Two definitions as text, side by side where there is room. Monaco is fetched when the first one is shown. */
export function TextDiff({ before, after, label }: TextDiffProps) {
  const container = useRef<HTMLDivElement>(null)
  const { resolvedTheme } = useTheme()
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  useEffect(() => {
    let stop = () => {}
    let isGone = false
    const show = async () => {
      const { showDiff } = await fetchPart(() => import('@/components/editor/json/monaco-diff'))
      if (isGone || container.current === null) return
      stop = showDiff(container.current, { before, after }, resolvedTheme === 'dark')
      setState('shown')
    }
    show().catch(() => setState('failed'))
    return () => {
      isGone = true
      stop()
    }
  }, [before, after, resolvedTheme])
  return (
    <section aria-label={label} className="relative h-[min(60vh,560px)] min-h-64 overflow-hidden rounded-lg border">
      <div ref={container} className="absolute inset-0" />
      {state === 'loading' ? <Skeleton className="absolute inset-3" /> : null}
      {state === 'failed' ? (
        <p role="alert" className="absolute inset-0 grid place-items-center text-text-2">
          The comparison could not be loaded. Reload the page to try again.
        </p>
      ) : null}
    </section>
  )
}
