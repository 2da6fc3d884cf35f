import type { TaskStatus, WorkflowStatus } from '@/server/model/status'
import { isTerminalTask } from '@/server/model/status'
import { END_ID, type Layout, type PlacedEdge, type PlacedNode, START_ID } from './layout-types'

/** What a run says about one node; the canvas's decorations satisfy it. */
export interface NodeState {
  readonly status?: TaskStatus
  readonly notTaken?: boolean
  readonly iterations?: number
  /** Of a SWITCH: the case that was chosen; any other text means the default case. */
  readonly selectedCase?: string
}

export type EdgeState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'taken'; readonly status: TaskStatus }
  | { readonly kind: 'not-taken' }

export interface RunStates {
  readonly nodes: Readonly<Record<string, NodeState>>
  readonly runStatus?: WorkflowStatus | undefined
}

const IDLE: EdgeState = { kind: 'idle' }
const NOT_TAKEN: EdgeState = { kind: 'not-taken' }

/** Which edges control has passed, derived from the states of their ends: one pass over the layout. */
export function edgeStates(layout: Layout, run: RunStates): Map<string, EdgeState> {
  const flow = new Map<string, Flow>()
  const incoming = groupBy(layout.edges, (edge) => edge.target)
  const outgoing = groupBy(layout.edges, (edge) => edge.source)
  const known = { layout, run, incoming, outgoing, flow }
  for (const node of layout.nodes) flow.set(node.id, nodeFlow(node, known))
  const depth = new Map(layout.nodes.map((node) => [node.id, node.depth]))
  return new Map(layout.edges.map((edge) => [edge.id, edgeState(edge, known, depth)]))
}

interface Known {
  readonly run: RunStates
  readonly incoming: ReadonlyMap<string, readonly PlacedEdge[]>
  readonly outgoing: ReadonlyMap<string, readonly PlacedEdge[]>
  readonly flow: ReadonlyMap<string, Flow>
}

/** Whether control has entered a node, whether it has left it, and in which colour. */
interface Flow {
  readonly entered: boolean
  readonly left: boolean
  readonly notTaken: boolean
  readonly status: TaskStatus
}

function nodeFlow(node: PlacedNode, known: Known): Flow {
  const { run } = known
  if (node.kind === 'case') return caseFlow(node, known)
  if (node.kind === 'merge') return mergeFlow(node, known)
  if (node.id === START_ID) {
    const started = run.runStatus !== undefined || Object.values(run.nodes).some((one) => one.status !== undefined)
    return { entered: started, left: started, notTaken: false, status: 'COMPLETED' }
  }
  if (node.id === END_ID) {
    return { entered: run.runStatus === 'COMPLETED', left: false, notTaken: false, status: 'COMPLETED' }
  }
  const { status, notTaken = false } = run.nodes[node.id] ?? {}
  if (status === undefined) return { entered: false, left: false, notTaken, status: 'COMPLETED' }
  return { entered: true, left: isTerminalTask(status), notTaken, status }
}

function caseFlow(node: PlacedNode, { run, outgoing, flow }: Known): Flow {
  const owner = flow.get(node.owner ?? '')
  const first = outgoing.get(node.id)?.[0]?.target ?? ''
  const chosen = run.nodes[node.owner ?? '']?.selectedCase
  const entered = run.nodes[first]?.status !== undefined || (owner?.left === true && isChosen(node, chosen))
  return { entered, left: entered, notTaken: owner?.left === true && !entered, status: owner?.status ?? 'COMPLETED' }
}

function isChosen(node: PlacedNode, chosen: string | undefined): boolean {
  if (chosen === undefined) return false
  if (node.caseKey !== null) return node.caseKey === chosen
  return !Object.hasOwn(node.task?.decisionCases ?? {}, chosen)
}

function mergeFlow(node: PlacedNode, { incoming, flow }: Known): Flow {
  const sources = (incoming.get(node.id) ?? []).map((edge) => flow.get(edge.source))
  const through = sources.find((source) => source?.left)
  const notTaken = sources.length > 0 && sources.every((source) => source?.notTaken)
  return {
    entered: through !== undefined,
    left: through !== undefined,
    notTaken,
    status: through?.status ?? 'COMPLETED',
  }
}

function edgeState(edge: PlacedEdge, { run, flow }: Known, depth: ReadonlyMap<string, number>): EdgeState {
  const source = flow.get(edge.source)
  const target = flow.get(edge.target)
  if (!source || !target) return IDLE
  const inward = (depth.get(edge.target) ?? 0) - (depth.get(edge.source) ?? 0)
  if (inward > 0) return target.entered ? { kind: 'taken', status: 'COMPLETED' } : target.notTaken ? NOT_TAKEN : IDLE
  if (inward < 0) {
    const again = source.left && (run.nodes[edge.target]?.iterations ?? 1) > 1
    return again ? { kind: 'taken', status: source.status } : IDLE
  }
  if (source.left && target.entered) return { kind: 'taken', status: source.status }
  return source.notTaken || target.notTaken ? NOT_TAKEN : IDLE
}

function groupBy(edges: readonly PlacedEdge[], keyOf: (edge: PlacedEdge) => string): Map<string, PlacedEdge[]> {
  const groups = new Map<string, PlacedEdge[]>()
  for (const edge of edges) {
    const group = groups.get(keyOf(edge))
    if (group) group.push(edge)
    else groups.set(keyOf(edge), [edge])
  }
  return groups
}
