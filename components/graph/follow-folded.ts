import type { Definition } from './definition'
import { taskType } from './definition'
import { FOLDABLE } from './graph-view'
import { nodeIndex } from './node-index'

/** What is folded after a change, when containers got other names where they stand; null: nothing followed. */
export function followFolded(
  before: Definition,
  after: Definition,
  folded: ReadonlySet<string>,
): ReadonlySet<string> | null {
  const was = nodeIndex(before)
  const is = nodeIndex(after)
  const next = new Set(folded)
  for (const id of folded) {
    const path = is.byId.has(id) ? undefined : was.byId.get(id)?.path
    const to = path && is.idAt(path)
    const task = to === undefined ? undefined : is.byId.get(to)?.task
    if (to === undefined || task === undefined || was.byId.has(to) || !FOLDABLE.has(taskType(task))) continue
    next.delete(id)
    next.add(to)
  }
  return next.size === folded.size && [...next].every((id) => folded.has(id)) ? null : next
}
