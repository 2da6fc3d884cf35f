'use client'

import { useEffect } from 'react'
import type { GraphTask } from '@/components/graph/definition'
import type { ScriptKind } from './script-kinds'
import { TryResult } from './try-result'
import { useSample } from './use-sample'
import { useTry } from './use-try'

const PAUSE_MS = 400

export interface LivePreviewProps {
  readonly task: GraphTask
  readonly kind: ScriptKind
}

/** What the expression makes of the last run's values, some time after each key. Its height is fixed: nothing jumps. */
export function LivePreview({ task, kind }: LivePreviewProps) {
  const { value, isKnown } = useSample(task)
  const { tried, run } = useTry()
  const { language } = kind
  const expression = kind.read(task)
  useEffect(() => {
    if (!isKnown || value === undefined || expression.trim() === '') return
    const timer = setTimeout(() => void run({ language, expression, input: value }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [language, expression, value, isKnown, run])
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls
      tabIndex={0}
      aria-label="Preview"
      className="grid h-36 content-start gap-1 overflow-auto rounded-md border px-2.5 py-2"
    >
      <p className="text-sm text-text-2">
        {isKnown ? 'With the values of the last run' : 'After the first run, its values show here what comes out.'}
      </p>
      <div aria-live="polite">{!isKnown || expression.trim() === '' ? null : <TryResult tried={tried} />}</div>
    </section>
  )
}
