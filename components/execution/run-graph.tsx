'use client'

import { Crosshair } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { GraphCanvas } from '@/components/canvas/graph-canvas'
import type { NodeDecoration } from '@/components/canvas/node-decoration'
import { useGraphLook } from '@/components/canvas/use-graph-look'
import { cn } from '@/components/ui/cn'
import type { Poller, RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { definitionRef } from './definition-ref'
import { deriveDecorations } from './derive-decorations'
import { isOpen } from './describe-task'
import { reuseDecorations } from './reuse-decorations'
import { useNow } from './use-now'

export interface RunGraphProps {
  readonly view: RunView
  readonly pollers: readonly Poller[]
  readonly selected: string | null
  readonly onSelect: (ref: string | null) => void
}

/** The definition as the editor draws it, with the run's states on top. */
export function RunGraph({ view, pollers, selected, onSelect }: RunGraphProps) {
  const [isFollowing, setFollowing] = useState(false)
  const now = useNow(view.now, !isTerminalWorkflow(view.header.status), 500)
  const previous = useRef<Readonly<Record<string, NodeDecoration>>>({})
  const decorations = useMemo(() => {
    previous.current = reuseDecorations(previous.current, deriveDecorations({ ...view, now }, pollers))
    return previous.current
  }, [view, pollers, now])
  const look = useGraphLook({
    name: view.header.workflowName,
    definition: view.definition,
    selected,
    onSelect,
  })
  const current = isFollowing ? view.tasks.findLast((task) => isOpen(task) && task.taskType !== 'JOIN') : undefined
  return (
    <GraphCanvas
      definition={view.definition}
      decorations={decorations}
      runStatus={view.header.status}
      look={look}
      selected={selected}
      onSelect={onSelect}
      label={`Graph of the run of ${view.header.workflowName}`}
      reveal={current ? definitionRef(view.definition, current) : null}
      onCameraMove={() => setFollowing(false)}
      controlsAfter={
        <button
          type="button"
          aria-pressed={isFollowing}
          onClick={() => setFollowing(!isFollowing)}
          className={cn(
            'inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-text-2 hover:bg-surface-2',
            isFollowing && 'bg-accent-soft text-accent',
          )}
        >
          <Crosshair className="size-4" strokeWidth={1.5} aria-hidden />
          Follow
        </button>
      }
    />
  )
}
