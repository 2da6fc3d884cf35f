'use client'

import { createContext, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'
import type { EdgeState } from '@/components/graph/edge-state'
import type { NodeDecoration } from './node-decoration'

/**
 * What changes often lives here and not in the nodes given to xyflow: a node reads its own slice,
 * so that a tick of one task redraws one card.
 */
export interface CanvasState {
  readonly decorations: Readonly<Record<string, NodeDecoration>>
  readonly edges: ReadonlyMap<string, EdgeState>
  readonly problems: Readonly<Record<string, ProblemMark>>
  readonly selected: string | null
  readonly alsoSelected: readonly string[]
  /** Rings that may move: at most eight at once. */
  readonly moving: ReadonlySet<string>
  /** Nodes that the last edit brought. */
  readonly fresh: ReadonlySet<string>
  /** The edge under a dragged task. */
  readonly dropEdge: string | null
  /** The node in the hand, and where the hand is on the canvas. */
  readonly drag: { readonly id: string; readonly x: number; readonly y: number } | null
  /** The rectangle that a hand is drawing, on the canvas. */
  readonly lasso: Rectangle | null
  readonly editable: boolean
  /** So small that no text can be read: blocks with an icon. */
  readonly isFar: boolean
  /** Under a hand that moves it, what would draw many cards anew waits until it rests. */
  readonly camera: 'rests' | 'pans' | 'zooms'
}

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface ProblemMark {
  readonly severity: 'error' | 'warning'
  readonly message: string
}

export type CanvasStore = StoreApi<CanvasState>

export function createCanvasStore(): CanvasStore {
  return createStore<CanvasState>(() => ({
    decorations: {},
    edges: new Map(),
    problems: {},
    selected: null,
    alsoSelected: [],
    moving: new Set(),
    fresh: new Set(),
    dropEdge: null,
    drag: null,
    lasso: null,
    editable: false,
    isFar: false,
    camera: 'rests',
  }))
}

const CanvasContext = createContext<CanvasStore | null>(null)
export const CanvasStateProvider = CanvasContext.Provider

export function useCanvasState<T>(select: (state: CanvasState) => T): T {
  const store = useContext(CanvasContext)
  if (store === null) throw new Error('A graph node needs a GraphCanvas around it.')
  return useStore(store, select)
}
