import { type GraphTask, taskType } from '@/components/graph/definition'
import { type DisplayStatus, STATUS_LOOK } from '@/components/ui/status'
import type { TaskStatus } from '@/server/model/status'

/** What a run adds to the node of a reference name. */
export interface NodeDecoration {
  readonly status?: TaskStatus
  /** Replaces the card's second line: "201 · 1.2 KB", "503 · retrying". */
  readonly line?: string
  readonly durationMs?: number
  readonly attempts?: number
  /** Of a loop: the turn it is in. */
  readonly iterations?: number
  readonly notTaken?: boolean
  /** Why it does not move: "no worker yet", "until 18:00". Shown instead of `line`. */
  readonly waiting?: string
  /** Of a SWITCH: the case chosen. Any other text than one of its cases means the default case. */
  readonly selectedCase?: string
  /** Of a dynamic fork: one status per branch, in order. */
  readonly branches?: readonly TaskStatus[]
}

const WAITING_TYPES: Readonly<Record<string, DisplayStatus>> = {
  WAIT: 'WAITING',
  WAIT_FOR_WEBHOOK: 'WAITING',
  YIELD: 'WAITING',
  HUMAN: 'WAITING_FOR_HUMAN',
}

/** These are IN_PROGRESS on the wire, but nobody works on them. */
export function displayStatus(decoration: NodeDecoration | undefined, type: string): DisplayStatus | null {
  if (decoration === undefined) return null
  if (decoration.status === undefined) return decoration.notTaken ? 'NOT_TAKEN' : null
  if (decoration.status === 'IN_PROGRESS') return WAITING_TYPES[type] ?? 'IN_PROGRESS'
  return decoration.status
}

/** The colour of what happens in a node; null: nothing did yet. */
export function stateColor(decoration: NodeDecoration | undefined, task: GraphTask | null): string | null {
  if (decoration?.status === undefined) return null
  const status = displayStatus(decoration, task === null ? '' : taskType(task))
  return status === null ? null : STATUS_LOOK[status].color
}
