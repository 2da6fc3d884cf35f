import type { Definition, GraphTask, JsonPath } from './definition'
import { type Block, graphModel, type Sequence } from './graph-model'

export interface IndexedNode {
  readonly path: JsonPath
  readonly task: GraphTask
  /** Set for the pill of a case: its key, null for the default case. */
  readonly caseKey?: string | null
}

export interface NodeIndex {
  readonly byId: ReadonlyMap<string, IndexedNode>
  idAt(path: JsonPath): string | undefined
}

const indexes = new WeakMap<Definition, NodeIndex>()

/** From the ids of the graph to paths in the definition, and back; made once for each definition, which never changes. */
export function nodeIndex(definition: Definition): NodeIndex {
  const known = indexes.get(definition)
  if (known !== undefined) return known
  const index = indexOf(definition)
  indexes.set(definition, index)
  return index
}

function indexOf(definition: Definition): NodeIndex {
  const byId = new Map<string, IndexedNode>()
  const ids = new Map<string, string>()
  const add = (id: string, node: IndexedNode) => {
    byId.set(id, node)
    if (node.caseKey === undefined) ids.set(JSON.stringify(node.path), id)
  }
  addSequence(graphModel(definition).root, add)
  return { byId, idAt: (path) => ids.get(JSON.stringify(path)) }
}

type Add = (id: string, node: IndexedNode) => void

function addSequence(sequence: Sequence, add: Add): void {
  for (const block of sequence.blocks) addBlock(block, add)
}

function addBlock(block: Block, add: Add): void {
  add(block.id, { path: block.path, task: block.task })
  if ('join' in block && block.join !== null) add(block.join.id, { path: block.join.path, task: block.join.task })
  if (block.kind === 'fork') for (const branch of block.branches) addSequence(branch, add)
  if (block.kind === 'loop') addSequence(block.body, add)
  if (block.kind !== 'switch') return
  for (const one of block.cases) {
    add(one.id, { path: block.path, task: block.task, caseKey: one.key })
    addSequence(one.body, add)
  }
}
