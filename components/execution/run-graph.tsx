'use client'

import { Crosshair } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { GraphCanvas } from '@/components/canvas/graph-canvas'
import type { NodeDecoration } from '@/components/canvas/node-decoration'
import { useGraphLook } from '@/components/canvas/use-graph-look'
import { cn } from '@/components/ui/cn'
import type { Poller, RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { childDecorations } from './child-runs'
import { definitionRef } from './definition-ref'
import { deriveDecorations } from './derive-decorations'
import { isOpen } from './describe-task'
import { reuseDecorations } from './reuse-decorations'
import { type RunOverlay, RunOverlays } from './run-overlays'
import { useChildRuns } from './use-child-runs'
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
  const [over, setOver] = useState<RunOverlay>(null)
  const wished = useGraphLook({
    name: view.header.workflowName,
    definition: view.definition,
    selected,
    onSelect,
  })
  const children = useChildRuns(
    view,
    useMemo(() => [...wished.opened.keys()], [wished.opened]),
  )
  // A run goes by the definitions of its children as they were when they started.
  const look = useMemo(() => {
    const opened = new Map(wished.opened)
    for (const [id, child] of children) opened.set(id, child.definition)
    return { ...wished, opened }
  }, [wished, children])
  const decorations = useMemo(() => {
    const own = deriveDecorations({ ...view, now }, pollers)
    previous.current = reuseDecorations(previous.current, { ...own, ...childDecorations(children, now) })
    return previous.current
  }, [view, pollers, now, children])
  const current = isFollowing ? view.tasks.findLast((task) => isOpen(task) && task.taskType !== 'JOIN') : undefined
  return (
    <>
      {look.isKnown ? (
        <GraphCanvas
          definition={view.definition}
          decorations={decorations}
          runStatus={view.header.status}
          look={look}
          selected={selected}
          onSelect={onSelect}
          onFind={() => setOver('find')}
          onShortcuts={() => setOver('shortcuts')}
          label={`Graph of the run of ${view.header.workflowName}`}
          reveal={current ? definitionRef(view.definition, current) : selected}
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
      ) : null}
      <RunOverlays
        definition={view.definition}
        over={over}
        onClose={() => setOver(null)}
        selected={selected}
        onFound={(id) => {
          setOver(null)
          onSelect(id)
        }}
      />
    </>
  )
}
