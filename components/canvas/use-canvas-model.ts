'use client'

import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { edgeStates } from '@/components/graph/edge-state'
import { graphModel } from '@/components/graph/graph-model'
import { layout as layOut } from '@/components/graph/layout'
import type { Layout } from '@/components/graph/layout-types'
import { STATUS_LOOK } from '@/components/ui/status'
import { type CanvasStore, createCanvasStore } from './canvas-state'
import { type FlowEdge, type FlowNode, flowEdges, flowNodes } from './flow-elements'
import type { GraphCanvasProps } from './graph-canvas-props'
import type { NodeDecoration } from './node-decoration'

const MOVING_RINGS = 8
const NONE = {}
const NOBODY: readonly string[] = []

export interface CanvasModel {
  readonly layout: Layout
  readonly nodes: FlowNode[]
  readonly edges: FlowEdge[]
  readonly store: CanvasStore
  readonly minimapColor: (node: FlowNode) => string
}

/** From the definition to what xyflow draws; what changes often goes to the store beside it. */
export function useCanvasModel(props: GraphCanvasProps): CanvasModel {
  const { definition, decorations = NONE, problems = NONE, runStatus, edits } = props
  const { selected = null, alsoSelected = NOBODY } = props
  const [store] = useState(createCanvasStore)
  const layout = useMemo(() => layOut(graphModel(definition)), [definition])
  const before = useRef<{ nodes: FlowNode[]; edges: FlowEdge[] }>({ nodes: [], edges: [] })
  const flow = useMemo(() => {
    const { nodes, edges } = before.current
    return { nodes: flowNodes(layout, nodes), edges: flowEdges(layout, edges) }
  }, [layout])
  const edgesTaken = useMemo(
    () => edgeStates(layout, { nodes: decorations, runStatus }),
    [layout, decorations, runStatus],
  )
  const moving = useMemo(() => movingRings(decorations), [decorations])
  const editable = edits !== undefined

  useLayoutEffect(() => {
    before.current = flow
  }, [flow])
  useLayoutEffect(() => {
    store.setState({ decorations, edges: edgesTaken, problems, selected, alsoSelected, moving, editable })
  }, [store, decorations, edgesTaken, problems, selected, alsoSelected, moving, editable])

  const minimapColor = useMemo(() => (node: FlowNode) => colorOf(node, decorations), [decorations])
  return { layout, ...flow, store, minimapColor }
}

function movingRings(decorations: Readonly<Record<string, NodeDecoration>>): ReadonlySet<string> {
  const inProgress = Object.keys(decorations).filter((id) => decorations[id]?.status === 'IN_PROGRESS')
  return new Set(inProgress.slice(0, MOVING_RINGS))
}

function colorOf(node: FlowNode, decorations: Readonly<Record<string, NodeDecoration>>): string {
  if (node.type === 'loop' || node.type === 'merge') return 'transparent'
  const status = decorations[node.id]?.status
  return status === undefined ? 'var(--border-strong)' : STATUS_LOOK[status].color
}
