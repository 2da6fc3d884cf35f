import type { Flow, FlowGraph } from './flow-graph'

/** A circle that one place enters and one place leaves: `head` … `exit`, from where it goes on to `next` or round again. */
export interface Loop {
  readonly head: string
  readonly members: ReadonlySet<string>
  readonly exit: string
  readonly next: string
  readonly leave: Flow
  readonly again: Flow
}

export interface Loops {
  readonly byHead: ReadonlyMap<string, Loop>
  /** Flows that lead back, by id. */
  readonly back: ReadonlyMap<string, { readonly flow: Flow; readonly from: string }>
  /** Heads of circles that have more than one way out, or no way. */
  readonly unstructured: ReadonlySet<string>
}

export function findLoops(graph: FlowGraph): Loops {
  const back = findBackFlows(graph)
  const byHead = new Map<string, Loop>()
  const unstructured = new Set<string>()
  for (const head of new Set([...back.values()].map(({ flow }) => flow.to))) {
    const tails = [...back.values()].filter(({ flow }) => flow.to === head).map(({ from }) => from)
    const members = membersOf(graph, head, tails)
    const leaving = [...members].flatMap((from) =>
      graph.out(from).flatMap((flow) => (members.has(flow.to) ? [] : [{ from, flow }])),
    )
    const [exit, ...others] = leaving
    const again = exit && graph.out(exit.from).filter((flow) => members.has(flow.to))
    if (exit && again?.[0] && again.length === 1 && others.length === 0) {
      byHead.set(head, { head, members, exit: exit.from, next: exit.flow.to, leave: exit.flow, again: again[0] })
    } else unstructured.add(head)
  }
  return { byHead, back, unstructured }
}

/** Depth first from the starts: a flow to a node that is still open leads back. */
function findBackFlows(graph: FlowGraph): Map<string, { flow: Flow; from: string }> {
  const back = new Map<string, { flow: Flow; from: string }>()
  const state = new Map<string, 'open' | 'done'>()
  for (const start of graph.starts.length > 0 ? graph.starts : [...graph.nodes.keys()].slice(0, 1)) {
    if (state.has(start)) continue
    const stack = [{ id: start, next: 0 }]
    state.set(start, 'open')
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const flow = graph.out(top.id)[top.next++]
      if (flow === undefined) {
        state.set(top.id, 'done')
        stack.pop()
      } else if (state.get(flow.to) === 'open') back.set(flow.id, { flow, from: top.id })
      else if (!state.has(flow.to)) {
        state.set(flow.to, 'open')
        stack.push({ id: flow.to, next: 0 })
      }
    }
  }
  return back
}

/** Everything that reaches a tail without passing the head. */
function membersOf(graph: FlowGraph, head: string, tails: readonly string[]): Set<string> {
  const before = new Map<string, string[]>()
  for (const id of graph.nodes.keys()) {
    for (const { to } of graph.out(id)) before.set(to, [...(before.get(to) ?? []), id])
  }
  const members = new Set([head])
  const pending = [...tails]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (members.has(id)) continue
    members.add(id)
    pending.push(...(before.get(id) ?? []))
  }
  return members
}
