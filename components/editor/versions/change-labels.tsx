'use client'

import { useNodes, ViewportPortal } from '@xyflow/react'
import type { TaskChange } from '@/components/graph/diff-definitions'
import { cn } from '@/components/ui/cn'

export interface ChangeLabelsProps {
  readonly changes: readonly TaskChange[]
}

/** Over each node that differs: the word for what became of it, so that colour is never the only sign. */
export function ChangeLabels({ changes }: ChangeLabelsProps) {
  const nodes = useNodes()
  const byRef = new Map(changes.map((change) => [change.ref, change]))
  return (
    <ViewportPortal>
      {nodes.map(({ id, position, width = 0, height = 0 }) => {
        const change = byRef.get(id)
        if (change === undefined) return null
        return (
          <div
            key={id}
            className={cn('pointer-events-none absolute rounded-lg border-2', LOOK[change.kinds[0] ?? 'changed'])}
            style={{
              transform: `translate(${position.x - 3}px, ${position.y - 3}px)`,
              width: width + 6,
              height: height + 6,
            }}
          >
            <span className="absolute -top-4 right-2 rounded-sm border border-current bg-surface px-1 text-xs font-medium">
              {change.kinds.join(', ')}
            </span>
          </div>
        )
      })}
    </ViewportPortal>
  )
}

const LOOK: Readonly<Record<TaskChange['kinds'][number], string>> = {
  added: 'border-status-completed text-status-completed',
  removed: 'border-status-failed border-dashed text-status-failed',
  changed: 'border-status-completed-with-errors text-status-completed-with-errors',
  moved: 'border-accent text-accent',
}
