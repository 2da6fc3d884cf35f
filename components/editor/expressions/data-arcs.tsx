'use client'

import { ViewportPortal } from '@xyflow/react'
import { useDeferredValue, useMemo } from 'react'
import { arcBetween } from '@/components/canvas/arc-path'
import { useLayout } from '@/components/canvas/layout-context'
import './data-arcs.css'
import { useDocument, useSessionState } from '@/components/editor/session'
import type { Definition } from '@/components/graph/definition'
import { END_ID, type Layout, type PlacedNode } from '@/components/graph/layout-types'
import { analyzeScope } from '@/components/graph/scope/analyze-scope'
import { type DataLink, dataLinks } from '@/components/graph/scope/data-links'
import type { NumberedTask } from '@/components/graph/scope/number-tasks'

/** While a task is selected: where its inputs come from, and who reads its output. */
export function DataArcs() {
  const layout = useLayout()
  const definition = useDocument((state) => state.definition)
  const wanted = useSessionState((state) => (state.more.length > 0 ? null : state.selected))
  const now = useMemo(() => ({ layout, definition, selected: wanted }), [layout, definition, wanted])
  // The graph shows an edit first, the arcs follow it.
  const shown = useDeferredValue(now)
  const arcs = useMemo(() => arcsOf(shown), [shown])
  const { selected } = shown
  if (arcs.length === 0) return null
  return (
    <ViewportPortal>
      <svg
        className="data-arcs"
        role="img"
        aria-label={`Data of ${selected}: ${arcs.map((arc) => arc.words).join(', ')}`}
      >
        {arcs.map(({ key, path, link, from, to, words }) => (
          <g
            key={key}
            data-certainty={link.certainty}
            data-in={link.to?.task.taskReferenceName === selected || undefined}
          >
            <title>{words}</title>
            <path d={path} />
            <circle cx={from.x} cy={from.y} r={2.5} />
            <circle cx={to.x} cy={to.y} r={3.5} />
          </g>
        ))}
      </svg>
    </ViewportPortal>
  )
}

interface ArcsOf {
  readonly layout: Layout
  readonly definition: Definition
  readonly selected: string | null
}

function arcsOf({ layout, definition, selected }: ArcsOf) {
  if (selected === null) return []
  const nodes = new Map(layout.nodes.map((node) => [node.id, node]))
  const { tasks } = analyzeScope(definition)
  return dataLinks(definition, selected).flatMap((link) => {
    const from = shownNode(nodes, tasks, link.from)
    const to = link.to === null ? nodes.get(END_ID) : shownNode(nodes, tasks, link.to)
    if (from === undefined || to === undefined || from === to) return []
    const arc = arcBetween(from, to, layout.direction)
    return [{ ...arc, key: arc.path, link, words: wordsOf(link) }]
  })
}

/** Its own node, or the one into which it is folded. */
function shownNode(
  nodes: ReadonlyMap<string, PlacedNode>,
  tasks: readonly NumberedTask[],
  item: NumberedTask,
): PlacedNode | undefined {
  for (
    let at: NumberedTask | undefined = item;
    at !== undefined;
    at = at.parent === null ? undefined : tasks[at.parent]
  ) {
    const node = nodes.get(at.task.taskReferenceName)
    if (node !== undefined) return node
  }
  return undefined
}

function wordsOf({ from, to, sources }: DataLink): string {
  const reader = to === null ? 'the outputs' : to.task.taskReferenceName
  return `${sources.join(', ')} from ${from.task.taskReferenceName} to ${reader}`
}
