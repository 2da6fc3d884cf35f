'use client'

import '@xyflow/react/dist/base.css'
import './canvas.css'
import { Background, BackgroundVariant, MiniMap, ReactFlow, ReactFlowProvider } from '@xyflow/react'
import { BarNode } from './bar-node'
import { CanvasControls } from './canvas-controls'
import { CanvasEditsProvider } from './canvas-edits'
import { CanvasStateProvider } from './canvas-state'
import { DragGhost } from './drag-ghost'
import { FlowEdgeView } from './flow-edge-view'
import { FrameNode } from './frame-node'
import type { GraphCanvasProps } from './graph-canvas-props'
import { CaseNode, EndNode, MergeNode, StartNode } from './pill-nodes'
import { StackNode, TaskNode } from './task-node'
import { useCanvasModel } from './use-canvas-model'
import { useCanvasPointer } from './use-canvas-pointer'
import { useCanvasView } from './use-canvas-view'
import { ZoomLevel } from './zoom-level'

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
}
const EDGE_TYPES = { flow: FlowEdgeView }
const MINIMAP_FROM = 25
const VIRTUAL_FROM = 200

/** A workflow definition as a graph, plain, edited or with a run drawn over it. */
export function GraphCanvas(props: GraphCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  )
}

function Canvas(props: GraphCanvasProps) {
  const { label = 'Workflow graph', edits = null, onCameraMove } = props
  const model = useCanvasModel(props)
  const view = useCanvasView(model.layout, props)
  const pointer = useCanvasPointer(model, view, props)
  const nodeCount = model.layout.nodes.length
  const taskCount = model.layout.nodes.filter((node) => node.task !== null && node.kind !== 'case').length
  return (
    <CanvasStateProvider value={model.store}>
      <CanvasEditsProvider value={edits}>
        <div ref={view.container} className="graph-canvas" role="application" aria-label={label} {...pointer.container}>
          <ReactFlow
            nodes={model.nodes}
            edges={model.edges}
            nodeTypes={NODE_TYPES}
            edgeTypes={EDGE_TYPES}
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
            onlyRenderVisibleElements={nodeCount > VIRTUAL_FROM}
            onNodeClick={pointer.onNodeClick}
            onNodeContextMenu={pointer.onNodeContextMenu}
            onEdgeContextMenu={pointer.onEdgeContextMenu}
            onNodeDoubleClick={pointer.onNodeDoubleClick}
            onPaneClick={pointer.onPaneClick}
            onMoveStart={(event) => event !== null && onCameraMove?.()}
          >
            <Background variant={BackgroundVariant.Dots} gap={24} size={1.5} />
            <ZoomLevel target={view.container} />
            {props.overlay}
            <CanvasControls onFit={view.fit} before={props.controlsBefore} after={props.controlsAfter} />
            {taskCount > MINIMAP_FROM ? (
              <MiniMap
                pannable
                zoomable
                className="graph-minimap"
                nodeColor={model.minimapColor}
                ariaLabel="Overview"
              />
            ) : null}
          </ReactFlow>
          {edits ? <DragGhost layout={model.layout} /> : null}
        </div>
      </CanvasEditsProvider>
    </CanvasStateProvider>
  )
}
