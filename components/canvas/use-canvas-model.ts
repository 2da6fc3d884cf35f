'use client'

import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { edgeStates } from '@/components/graph/edge-state'
import { graphModel } from '@/components/graph/graph-model'
import { layout as layOut } from '@/components/graph/layout'
import type { Layout, PlacedEdge } from '@/components/graph/layout-types'
import { type CanvasStore, createCanvasStore } from './canvas-state'
import { type FlowNode, flowNodes, keepEdges } from './flow-elements'
import { foldedDecorations } from './folded-decorations'
import type { GraphCanvasProps } from './graph-canvas-props'
import type { NodeDecoration } from './node-decoration'

const MOVING_RINGS = 8
const NONE = {}
const NOBODY: readonly string[] = []
/** More than an edit brings is another graph: it stands there at once. */
const MOST_FRESH = 20

export interface CanvasModel {
  readonly layout: Layout
  readonly nodes: FlowNode[]
  readonly edges: readonly PlacedEdge[]
  readonly decorations: Readonly<Record<string, NodeDecoration>>
  readonly store: CanvasStore
}

interface Drawn {
  readonly nodes: FlowNode[]
  readonly edges: readonly PlacedEdge[]
}

/** From the definition to what is drawn; what changes often goes to the store beside it. */
export function useCanvasModel(props: GraphCanvasProps): CanvasModel {
  const { definition, decorations: own = NONE, problems = NONE, runStatus, edits, look } = props
  const { selected = null, alsoSelected = NOBODY } = props
  const { direction = 'down', folded, opened } = look ?? {}
  const [store] = useState(createCanvasStore)
  const layout = useMemo(() => {
    const view = { ...(folded && { folded }), ...(opened && { opened }) }
    return layOut(graphModel(definition, view), direction)
  }, [definition, folded, opened, direction])
  const decorations = useMemo(() => foldedDecorations(layout, own), [layout, own])
  const before = useRef<Drawn>({ nodes: [], edges: [] })
  const flow = useMemo((): Drawn => {
    const { nodes, edges } = before.current
    return { nodes: flowNodes(layout, nodes), edges: keepEdges(layout, edges) }
  }, [layout])
  const edgesTaken = useMemo(
    () => edgeStates(layout, { nodes: decorations, runStatus }),
    [layout, decorations, runStatus],
  )
  const moving = useMemo(() => movingRings(decorations), [decorations])
  const editable = edits !== undefined

  useLayoutEffect(() => {
    const fresh = freshNodes(before.current.nodes, flow.nodes)
    if (before.current.nodes !== flow.nodes) store.setState({ fresh })
    before.current = flow
  }, [flow, store])
  useLayoutEffect(() => {
    store.setState({ decorations, edges: edgesTaken, problems, selected, alsoSelected, moving, editable })
  }, [store, decorations, edgesTaken, problems, selected, alsoSelected, moving, editable])

  return { layout, ...flow, decorations, store }
}

function freshNodes(before: readonly FlowNode[], now: readonly FlowNode[]): ReadonlySet<string> {
  const known = new Set(before.map((node) => node.id))
  const fresh = now.filter((node) => !known.has(node.id)).map((node) => node.id)
  return new Set(fresh.length > MOST_FRESH ? [] : fresh)
}

function movingRings(decorations: Readonly<Record<string, NodeDecoration>>): ReadonlySet<string> {
  const inProgress = Object.keys(decorations).filter((id) => decorations[id]?.status === 'IN_PROGRESS')
  return new Set(inProgress.slice(0, MOVING_RINGS))
}
