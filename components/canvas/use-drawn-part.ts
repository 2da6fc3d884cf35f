'use client'

import { useStore } from '@xyflow/react'
import { useDeferredValue, useMemo } from 'react'
import { END_ID, type PlacedEdge, START_ID } from '@/components/graph/layout-types'
import type { FlowNode } from './flow-elements'
import { isEdgeWithin, isNodeWithin, readPart, visiblePart } from './visible-part'

const ALL_UP_TO = 200

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
  const part = useDeferredValue(useStore(isWhole ? wholeSheet : visiblePart))
  const keep = kept.join('\n')
  return useMemo(() => {
    if (isWhole) return { nodes: nodes as FlowNode[], edges, isWhole }
    const rectangle = readPart(part)
    const always = new Set([START_ID, END_ID, ...keep.split('\n')])
    return {
      nodes: nodes.filter((one) => isNodeWithin(rectangle, one.data.node) || always.has(one.id)),
      edges: edges.filter((one) => isEdgeWithin(rectangle, one)),
      isWhole,
    }
  }, [nodes, edges, part, keep, isWhole])
}

const wholeSheet = () => ''
