import type { ReactNode } from 'react'
import type { Definition } from '@/components/graph/definition'
import type { WorkflowStatus } from '@/server/model/status'
import type { CanvasEdits } from './canvas-edits'
import type { ProblemMark } from './canvas-state'
import type { GraphLook } from './graph-look'
import type { KeptCamera } from './kept-camera'
import type { NodeDecoration } from './node-decoration'

export interface GraphCanvasProps {
  readonly definition: Definition
  /** By reference name: what a run says about each node. */
  readonly decorations?: Readonly<Record<string, NodeDecoration>>
  readonly runStatus?: WorkflowStatus
  readonly problems?: Readonly<Record<string, ProblemMark>>
  /** The id of a node: a task's reference name, or a case's `ref/case/key`. */
  readonly selected?: string | null
  /** Further nodes that are selected with it. */
  readonly alsoSelected?: readonly string[]
  readonly onSelect?: (id: string | null) => void
  /** Enter or a double click. */
  readonly onOpen?: (id: string) => void
  /** Brings this node into view each time it changes. */
  readonly reveal?: string | null
  /** Kept where this canvas came from and goes to. */
  readonly camera?: { current: KeptCamera | null }
  /** The reader moved the camera: a follow mode switches off. */
  readonly onCameraMove?: () => void
  /** Which way the graph runs and what is folded; without it, one way and all open. */
  readonly look?: GraphLook
  /** Asked for from the keyboard. */
  readonly onFind?: () => void
  readonly onShortcuts?: () => void
  /** Present: the graph can be edited. */
  readonly edits?: CanvasEdits
  readonly label?: string
  readonly controlsBefore?: ReactNode
  readonly controlsAfter?: ReactNode
  /** Drawn over the nodes, with xyflow's own hooks within reach. */
  readonly overlay?: ReactNode
}
