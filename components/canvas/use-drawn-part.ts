'use client'

import { useStore } from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { END_ID, type PlacedEdge, START_ID } from '@/components/graph/layout-types'
import type { FlowNode } from './flow-elements'
import { isEdgeWithin, isNodeWithin, readPart, visiblePart } from './visible-part'

const ALL_UP_TO = 200
/** New cards per frame: mounting all that a wide view needs at once would stop the hand that moves it. */
const PER_FRAME = 40

interface Elements {
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly PlacedEdge[]
}

interface DrawnPart {
  readonly nodes: FlowNode[]
  readonly edges: readonly PlacedEdge[]
  readonly isWhole: boolean
}

/** Small graphs whole; of large ones what is near the eye, and what the keyboard may be on. */
export function useDrawnPart({ nodes, edges }: Elements, kept: readonly (string | null)[]): DrawnPart {
  const isWhole = nodes.length <= ALL_UP_TO
  const part = useStore(isWhole ? wholeSheet : visiblePart)
  const keep = kept.join('\n')
  const wanted = useMemo((): DrawnPart => {
    if (isWhole) return { nodes: nodes as FlowNode[], edges, isWhole }
    const rectangle = readPart(part)
    const always = new Set([START_ID, END_ID, ...keep.split('\n')])
    return {
      nodes: nodes.filter((one) => always.has(one.id) || isNodeWithin(rectangle, one.data.node)),
      edges: edges.filter((one) => isEdgeWithin(rectangle, one)),
      isWhole,
    }
  }, [nodes, edges, part, keep, isWhole])
  return useGradually(wanted)
}

const wholeSheet = () => ''

/** Goes from what is drawn to what is wanted by a few new cards per frame; what changed is shown at once. */
function useGradually(wanted: DrawnPart): DrawnPart {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(NOTHING)
  const missing = wanted.isWhole ? 0 : wanted.nodes.reduce((count, one) => count + (drawn.has(one.id) ? 0 : 1), 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step that left something out is followed by another
  useEffect(() => {
    if (wanted.isWhole) return
    const frame = requestAnimationFrame(() => setDrawn((before) => nextStep(before, wanted)))
    return () => cancelAnimationFrame(frame)
  }, [wanted, missing])
  return useMemo(() => {
    if (wanted.isWhole || missing === 0) return wanted
    if (drawn.size === 0) return { ...wanted, nodes: wanted.nodes.slice(0, PER_FRAME) }
    return { ...wanted, nodes: wanted.nodes.filter((one) => drawn.has(one.id)) }
  }, [wanted, missing, drawn])
}

const NOTHING: ReadonlySet<string> = new Set()

function nextStep(before: ReadonlySet<string>, { nodes }: DrawnPart): ReadonlySet<string> {
  const next = new Set<string>()
  let fresh = 0
  for (const { id } of nodes) {
    const isNew = !before.has(id)
    if (isNew && fresh >= PER_FRAME) continue
    if (isNew) fresh++
    next.add(id)
  }
  return fresh === 0 && next.size === before.size ? before : next
}
