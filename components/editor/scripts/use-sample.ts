'use client'

import { useEffect, useMemo, useState } from 'react'
import { useLastRun } from '@/components/editor/expressions/use-last-run'
import { useDocument } from '@/components/editor/session'
import type { GraphTask } from '@/components/graph/definition'
import { sampleInput, sampleReferences } from '@/components/graph/scope/sample-input'
import type { Json } from '@/server/model/json'

export interface Sample {
  readonly text: string
  /** Undefined while the text is not JSON. */
  readonly value: Json | undefined
  readonly isOwn: boolean
  /** False: it depends on a run, and there was none. */
  readonly isKnown: boolean
  readonly setText: (text: string | null) => void
}

/** What a script is tried on: the inputs as the last run would give them, or what somebody wrote instead. */
export function useSample(task: GraphTask): Sample {
  const definition = useDocument((state) => state.definition)
  const { data, want, run } = useLastRun()
  const [own, setText] = useState<string | null>(null)
  useEffect(() => {
    for (const reference of sampleReferences(definition, task)) void want(reference)
  }, [definition, task, want])
  const given = useMemo(() => sampleInput(definition, task, data), [definition, task, data])
  const isKnown = run !== null || !JSON.stringify(task.inputParameters ?? {}).includes('${')
  const text = own ?? JSON.stringify(given, null, 2)
  const value = useMemo(() => (own === null ? given : parsed(own)), [own, given])
  return { text, value, isOwn: own !== null, isKnown, setText }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}
