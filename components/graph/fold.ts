import { allTasks } from './child-lists'
import type { Definition } from './definition'
import { taskType } from './definition'
import { FOLDABLE, type GraphView } from './graph-view'
import { nodeIndex } from './node-index'

/** From here on a graph opens with its containers folded: nobody reads ten thousand cards. */
const FOLD_FROM = 3_000

export function foldedAtFirst(definition: Definition): readonly string[] {
  let count = 0
  for (const _ of allTasks(definition)) if (++count > FOLD_FROM) return outermost(definition)
  return []
}

/** The containers that stand in no other. */
export function outermost(definition: Definition): readonly string[] {
  const { byId } = nodeIndex(definition)
  return [...byId].flatMap(([id, { task, path, caseKey }]) =>
    caseKey === undefined && path.length === 2 && FOLDABLE.has(taskType(task)) ? [id] : [],
  )
}

/** The folded containers around a node: to show it, they have to open. */
export function foldedAround(definition: Definition, folded: ReadonlySet<string>, id: string): readonly string[] {
  if (folded.size === 0) return []
  const index = nodeIndex(definition)
  const node = index.byId.get(id)
  if (node === undefined) return []
  const around: string[] = []
  const last = node.caseKey === undefined ? node.path.length - 1 : node.path.length
  for (let length = 2; length <= last; length++) {
    const outer = index.idAt(node.path.slice(0, length))
    if (outer !== undefined && folded.has(outer)) around.push(outer)
  }
  // A JOIN is put away with its fork, which stands before it.
  const at = node.path.at(-1)
  const fork = typeof at === 'number' && at > 0 ? index.idAt([...node.path.slice(0, -1), at - 1]) : undefined
  if (taskType(node.task) === 'JOIN' && fork !== undefined && folded.has(fork)) around.push(fork)
  return around
}

/** What folding would do to a node, in a word; null: it has no inside. */
export function foldWord(definition: Definition, { folded, opened }: GraphView, id: string): string | null {
  const node = nodeIndex(definition).byId.get(id)
  if (node === undefined || node.caseKey !== undefined) return null
  const type = taskType(node.task)
  if (type === 'SUB_WORKFLOW') return opened?.has(id) ? 'Hide what it runs' : 'Show what it runs'
  if (!FOLDABLE.has(type)) return null
  return folded?.has(id) ? 'Expand' : 'Collapse'
}
