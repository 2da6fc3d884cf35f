'use client'

import { useState } from 'react'
import type { Definition } from '@/components/graph/definition'
import { Segmented } from '@/components/ui/segmented'
import { GraphDiff } from './graph-diff'
import { TextDiff } from './text-diff'

/** One side of a comparison. */
export interface Compared {
  readonly name: string
  readonly text: string
  /** Null: the text cannot be read, so only the texts can be compared. */
  readonly definition: Definition | null
}

export interface ComparisonProps {
  readonly before: Compared
  readonly after: Compared
}

const WAYS = [
  { value: 'graph', label: 'Graph' },
  { value: 'text', label: 'Text' },
] as const

/** What differs between two definitions, drawn or written. */
export function Comparison({ before, after }: ComparisonProps) {
  const [way, setWay] = useState<'graph' | 'text'>('graph')
  const canDraw = before.definition !== null && after.definition !== null
  return (
    <div className="grid gap-3">
      <Segmented
        className="justify-self-start"
        label="Compare as"
        value={canDraw ? way : 'text'}
        onValueChange={setWay}
        options={WAYS}
      />
      {way === 'graph' && before.definition && after.definition ? (
        <GraphDiff
          before={before.definition}
          after={after.definition}
          names={{ before: before.name, after: after.name }}
        />
      ) : (
        <TextDiff before={before.text} after={after.text} label={`${before.name} left, ${after.name} right`} />
      )}
    </div>
  )
}
