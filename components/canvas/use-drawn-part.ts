'use client'

import { useStoreApi } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { useStore as useCanvasStore } from 'zustand'
import { END_ID, type PlacedEdge, START_ID } from '@/components/graph/layout-types'
import type { CanvasState, CanvasStore } from './canvas-state'
import type { FlowNode } from './flow-elements'
import { isEdgeWithin, isNodeWithin, readPart, visiblePart } from './visible-part'

const ALL_UP_TO = 200
/** New cards per frame: mounting all that a wide view needs at once would stop the hand that moves it. */
const PER_FRAME = 40
const PER_FRAME_HELD = 8
/** While a hand moves the camera, cards that it left stay: taking them away costs frames, and it often comes back. */
const MOST_KEPT = 600

interface Elements {
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly PlacedEdge[]
  readonly store: CanvasStore
}

interface DrawnPart {
  readonly nodes: FlowNode[]
  readonly edges: readonly PlacedEdge[]
  readonly isWhole: boolean
  /** Cards are missing that should be there. */
  readonly isUnfinished: boolean
}

/** Small graphs whole; of large ones what is near the eye, and what the keyboard may be on. */
export function useDrawnPart({ nodes, edges, store }: Elements, kept: readonly (string | null)[]): DrawnPart {
  const isWhole = nodes.length <= ALL_UP_TO
  const part = useVisiblePart(store, isWhole)
  const keep = kept.join('\n')
  const wanted = useMemo((): Wanted => {
    if (isWhole) return { nodes: nodes as FlowNode[], edges, isWhole }
    const rectangle = readPart(part)
    const always = new Set([START_ID, END_ID, ...keep.split('\n')])
    return {
      nodes: nodes.filter((one) => always.has(one.id) || isNodeWithin(rectangle, one.data.node)),
      edges: edges.filter((one) => isEdgeWithin(rectangle, one)),
      isWhole,
    }
  }, [nodes, edges, part, keep, isWhole])
  const camera = useCanvasStore(store, (state) => state.camera)
  return useGradually(wanted, { nodes, edges }, isWhole ? 'rests' : camera)
}

/** What lies near the eye; a hand that zooms sees the drawing of the sheet, and cards come when it rests. */
function useVisiblePart(store: CanvasStore, isWhole: boolean): string {
  const flow = useStoreApi()
  const [part, setPart] = useState(() => visiblePart(flow.getState()))
  useEffect(() => {
    if (isWhole) return
    const look = () => store.getState().camera !== 'zooms' && setPart(visiblePart(flow.getState()))
    look()
    const stops = [flow.subscribe(look), store.subscribe(look)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [flow, store, isWhole])
  return part
}

/** Goes from what is drawn to what is wanted by a few new cards per frame; what changed is shown at once. */
function useGradually(wanted: Wanted, { nodes, edges }: Sheet, camera: CanvasState['camera']): DrawnPart {
  const [drawn, setDrawn] = useState<Drawn>(NOTHING)
  const missing = wanted.isWhole ? 0 : missingOf(wanted.nodes, drawn.nodes)
  const missingEdges = wanted.isWhole ? 0 : missingOf(wanted.edges, drawn.edges)
  const isHeld = camera !== 'rests'
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step that left something out is followed by another
  useEffect(() => {
    if (wanted.isWhole || camera === 'zooms') return
    const frame = requestAnimationFrame(() => setDrawn((before) => nextStep(before, wanted, isHeld)))
    return () => cancelAnimationFrame(frame)
  }, [wanted, missing, missingEdges, camera])
  // Beside what is wanted now: a list that stays what it was costs nothing.
  const drawnNodes = useMemo(() => nodes.filter(({ id }) => drawn.nodes.has(id)), [nodes, drawn])
  const drawnEdges = useMemo(() => edges.filter(({ id }) => drawn.edges.has(id)), [edges, drawn])
  return useMemo(() => {
    if (wanted.isWhole) return { ...wanted, isUnfinished: false }
    const isUnfinished = missing > 0
    if (drawn === NOTHING) return { ...wanted, nodes: wanted.nodes.slice(0, PER_FRAME), isUnfinished }
    if (isHeld) return { nodes: drawnNodes, edges: drawnEdges, isWhole: false, isUnfinished }
    return { ...wanted, nodes: isUnfinished ? drawnNodes : wanted.nodes, isUnfinished }
  }, [wanted, drawnNodes, drawnEdges, missing, drawn, isHeld])
}

type Wanted = Omit<DrawnPart, 'isUnfinished'>
type Sheet = Pick<Elements, 'nodes' | 'edges'>

interface Drawn {
  readonly nodes: ReadonlySet<string>
  readonly edges: ReadonlySet<string>
}

const NOTHING: Drawn = { nodes: new Set(), edges: new Set() }

function missingOf(wanted: readonly { readonly id: string }[], drawn: ReadonlySet<string>): number {
  return wanted.reduce((count, { id }) => count + (drawn.has(id) ? 0 : 1), 0)
}

function nextStep(before: Drawn, wanted: Wanted, isHeld: boolean): Drawn {
  const nodes = stepTo(wanted.nodes, before.nodes, isHeld)
  const edges = stepTo(wanted.edges, before.edges, isHeld)
  return nodes === before.nodes && edges === before.edges ? before : { nodes, edges }
}

function stepTo(
  wanted: readonly { readonly id: string }[],
  before: ReadonlySet<string>,
  isHeld: boolean,
): ReadonlySet<string> {
  const most = isHeld ? PER_FRAME_HELD : PER_FRAME
  const next = new Set(isHeld && before.size <= MOST_KEPT ? before : [])
  let fresh = 0
  for (const { id } of wanted) {
    const isNew = !before.has(id)
    if (isNew && fresh >= most) continue
    if (isNew) fresh++
    next.add(id)
  }
  return fresh === 0 && next.size === before.size ? before : next
}
