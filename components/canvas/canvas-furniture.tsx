'use client'

import { CanvasControls } from './canvas-controls'
import type { Exported } from './export-graph'
import type { GraphCanvasProps } from './graph-canvas-props'
import { LookButtons } from './look-buttons'
import { Overview } from './overview'
import type { Lasso } from './use-lasso'

const OVERVIEW_FROM = 25

interface CanvasFurnitureProps {
  readonly props: GraphCanvasProps
  readonly graph: Exported
  /** Null: nothing can be selected together. */
  readonly lasso: Lasso | null
  readonly onFit: () => void
}

/** What floats over the graph: the control bar and, for a large one, the overview. It comes once the graph is drawn. */
export function CanvasFurniture({ props, graph, lasso, onFit }: CanvasFurnitureProps) {
  const { look = null, controlsBefore, controlsAfter } = props
  const tasks = graph.layout.nodes.filter((node) => node.task !== null && node.kind !== 'case').length
  const after =
    look === null && !controlsAfter ? null : (
      <>
        {look === null ? null : <LookButtons look={look} lasso={lasso} graph={graph} />}
        {controlsAfter}
      </>
    )
  return (
    <>
      <CanvasControls onFit={onFit} before={controlsBefore} after={after} />
      {tasks > OVERVIEW_FROM ? <Overview layout={graph.layout} decorations={graph.decorations} /> : null}
    </>
  )
}
