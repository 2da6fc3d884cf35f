import type { ImportNote } from '@/components/import/imported'
import { type FlowElement, kindOf } from './bpmn-elements'

export interface Flow {
  readonly id: string
  readonly name: string
  readonly condition: string | null
  readonly isDefault: boolean
  readonly to: string
}

/** A process as nodes and the flows that leave them, in the order of the file. */
export interface FlowGraph {
  readonly nodes: ReadonlyMap<string, FlowElement>
  readonly starts: readonly string[]
  readonly out: (id: string) => readonly Flow[]
}

const DATA = new Set(['DataObject', 'DataObjectReference', 'DataStoreReference'])

export function flowGraph(elements: readonly FlowElement[], notes: ImportNote[]): FlowGraph {
  const nodes = new Map<string, FlowElement>()
  const out = new Map<string, Flow[]>()
  const reached = new Set<string>()
  for (const element of elements) {
    const kind = kindOf(element)
    if (kind === 'SequenceFlow') continue
    if (DATA.has(kind))
      note(notes, element, 'Data objects are not drawn in a workflow: data passes in inputs and outputs.')
    else if (kind === 'BoundaryEvent') {
      const host = element.attachedToRef?.name ?? element.attachedToRef?.id ?? 'its activity'
      note(
        notes,
        element,
        `A boundary event on ${host}: Conductor has none. What it leads to was left out; use retries, timeouts or a failure workflow.`,
      )
    } else if (element.id !== undefined) nodes.set(element.id, element)
  }
  for (const element of elements) {
    if (kindOf(element) !== 'SequenceFlow') continue
    const { id = '', name = '', sourceRef, targetRef, conditionExpression } = element
    const [from, to] = [sourceRef?.id ?? '', targetRef?.id ?? '']
    if (!nodes.has(from) || !nodes.has(to)) {
      if (!elements.some((one) => one.id === from && kindOf(one) === 'BoundaryEvent'))
        note(notes, element, 'This flow begins or ends nowhere: it was left out.')
      continue
    }
    const condition = conditionExpression?.body?.trim() || null
    const flow = { id, name, condition, isDefault: nodes.get(from)?.default?.id === id, to }
    out.set(from, [...(out.get(from) ?? []), flow])
    reached.add(to)
  }
  const roots = [...nodes.keys()].filter((id) => !reached.has(id))
  const isStart = (id: string) => kindOf(nodes.get(id) as FlowElement) === 'StartEvent'
  const starts = [...roots.filter(isStart), ...roots.filter((id) => !isStart(id))]
  return { nodes, starts, out: (id) => out.get(id) ?? [] }
}

export function note(notes: ImportNote[], { id, name }: FlowElement, message: string): void {
  notes.push({ where: [name, id].filter(Boolean).join(' · ') || null, message })
}
