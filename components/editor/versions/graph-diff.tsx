'use client'

import { useMemo } from 'react'
import { GraphCanvas } from '@/components/canvas/graph-canvas'
import type { Definition } from '@/components/graph/definition'
import { diffDefinitions, type TaskChange } from '@/components/graph/diff-definitions'
import { ChangeLabels } from './change-labels'

export interface GraphDiffProps {
  readonly before: Definition
  readonly after: Definition
  readonly names: { readonly before: string; readonly after: string }
}

/** Two graphs side by side: what was removed stands in the old one, what was added in the new one. */
export function GraphDiff({ before, after, names }: GraphDiffProps) {
  const { tasks, header } = useMemo(() => diffDefinitions(before, after), [before, after])
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 md:grid-cols-2">
        <Side title={names.before} definition={before} changes={tasks.filter((one) => !one.kinds.includes('added'))} />
        <Side title={names.after} definition={after} changes={tasks.filter((one) => !one.kinds.includes('removed'))} />
      </div>
      <ChangeList changes={tasks} header={header} />
    </div>
  )
}

interface SideProps {
  readonly title: string
  readonly definition: Definition
  readonly changes: readonly TaskChange[]
}

function Side({ title, definition, changes }: SideProps) {
  return (
    <figure className="grid gap-1">
      <figcaption className="text-sm font-medium text-text-2">{title}</figcaption>
      <div className="h-[min(46vh,420px)] min-h-56 overflow-hidden rounded-lg border">
        <GraphCanvas definition={definition} label={`Graph of ${title}`} overlay={<ChangeLabels changes={changes} />} />
      </div>
    </figure>
  )
}

function ChangeList({
  changes,
  header,
}: {
  readonly changes: readonly TaskChange[]
  readonly header: readonly string[]
}) {
  if (changes.length === 0 && header.length === 0) {
    return <p className="text-text-2">The two say the same.</p>
  }
  return (
    <ul aria-label="What differs" className="grid max-h-40 gap-0.5 overflow-auto">
      {changes.map(({ ref, kinds, fields }) => (
        <li key={ref} className="flex min-w-0 gap-2">
          <span className="w-28 shrink-0 font-medium">{kinds.join(', ')}</span>
          <code className="truncate font-mono text-sm">{ref}</code>
          <span className="truncate text-text-2">{fields.join(', ')}</span>
        </li>
      ))}
      {header.length > 0 ? (
        <li className="flex min-w-0 gap-2">
          <span className="w-28 shrink-0 font-medium">changed</span>
          the workflow itself <span className="truncate text-text-2">{header.join(', ')}</span>
        </li>
      ) : null}
    </ul>
  )
}
