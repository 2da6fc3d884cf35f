'use client'

import '@xyflow/react/dist/base.css'
import './canvas.css'
import { ReactFlow, ReactFlowProvider } from '@xyflow/react'
import dynamic from 'next/dynamic'
import { fetchPart } from '@/components/ui/fetch-part'
import { useAfterPaint } from '@/components/ui/use-after-paint'
import { BarNode } from './bar-node'
import { CanvasEditsProvider } from './canvas-edits'
import { CanvasStateProvider } from './canvas-state'
import { DragGhost } from './drag-ghost'
import { EdgeLayer } from './edge-layer'
import { FrameNode, SubNode } from './frame-node'
import type { GraphCanvasProps } from './graph-canvas-props'
import { LassoBox } from './lasso-box'
import { LayoutProvider } from './layout-context'
import { LookProvider } from './look-context'
import { CaseNode, EndNode, MergeNode, StartNode } from './pill-nodes'
import { SheetGround } from './sheet-ground'
import { FoldedNode, StackNode, TaskNode } from './task-node'
import { useCanvasActions } from './use-canvas-actions'
import { useCanvasModel } from './use-canvas-model'
import { useCanvasPointer } from './use-canvas-pointer'
import { useCanvasView } from './use-canvas-view'
import { useDrawnPart } from './use-drawn-part'
import { useMovingMark } from './use-moving-mark'
import { ZoomLevel } from './zoom-level'

const CanvasFurniture = dynamic(
  () => fetchPart(() => import('./canvas-furniture')).then((module) => module.CanvasFurniture),
  {
    ssr: false,
  },
)
const SheetDrawing = dynamic(() => fetchPart(() => import('./sheet-drawing')).then((module) => module.SheetDrawing), {
  ssr: false,
})

const NODE_TYPES = {
  start: StartNode,
  end: EndNode,
  task: TaskNode,
  stack: StackNode,
  fork: BarNode,
  join: BarNode,
  case: CaseNode,
  loop: FrameNode,
  merge: MergeNode,
  folded: FoldedNode,
  sub: SubNode,
}
const NO_EDGES: [] = []

/** A workflow definition as a graph, plain, edited or with a run drawn over it. */
export function GraphCanvas(props: GraphCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas(props: GraphCanvasProps) {
  const { label = 'Workflow graph', edits = null, look = null, selected = null, onCameraMove } = props
  const model = useCanvasModel(props)
  const view = useCanvasView(model.layout, props)
  const pointer = useCanvasPointer(model, view, props)
  const drawn = useDrawnPart(model, [selected, props.reveal ?? null])
  const moving = useMovingMark(view.container, model.store)
  const isAfterPaint = useAfterPaint()
  const graph = { definition: props.definition, layout: model.layout, decorations: model.decorations }
  useCanvasActions(pointer.keysOf(selected), graph)
  return (
    <CanvasStateProvider value={model.store}>
      <CanvasEditsProvider value={edits}>
        <LookProvider value={look}>
          <div
            ref={view.container}
            className="graph-canvas"
            role="application"
            aria-label={label}
            data-direction={model.layout.direction}
            data-lasso={pointer.lasso.isOn || undefined}
            {...pointer.container}
          >
            <ReactFlow
              nodes={drawn.nodes}
              edges={NO_EDGES}
              nodeTypes={NODE_TYPES}
              nodesDraggable={false}
              nodesConnectable={false}
              elementsSelectable={false}
              disableKeyboardA11y
              deleteKeyCode={null}
              selectionKeyCode={null}
              zoomOnDoubleClick={false}
              panOnScroll
              minZoom={0.1}
              maxZoom={1.5}
              onNodeClick={pointer.onNodeClick}
              onNodeContextMenu={pointer.onNodeContextMenu}
              onNodeDoubleClick={pointer.onNodeDoubleClick}
              onPaneClick={pointer.onPaneClick}
              onMoveStart={(event, viewport) => {
                moving.start(event !== null, viewport.zoom)
                if (event !== null) onCameraMove?.()
              }}
              onMove={(_, { zoom }) => moving.move(zoom)}
              onMoveEnd={moving.end}
            >
              <SheetGround layout={model.layout} />
              {drawn.isWhole || !isAfterPaint ? null : (
                <SheetDrawing layout={model.layout} isUnfinished={drawn.isUnfinished} />
              )}
              <EdgeLayer edges={drawn.edges} isWhole={drawn.isWhole} />
              <ZoomLevel target={view.container} store={model.store} />
              <LayoutProvider value={model.layout}>{props.overlay}</LayoutProvider>
              {isAfterPaint ? (
                <CanvasFurniture
                  props={props}
                  graph={graph}
                  lasso={edits === null ? null : pointer.lasso}
                  onFit={view.fit}
                />
              ) : null}
            </ReactFlow>
            {edits ? <DragGhost layout={model.layout} /> : null}
            {edits ? <LassoBox /> : null}
          </div>
        </LookProvider>
      </CanvasEditsProvider>
    </CanvasStateProvider>
  )
}
