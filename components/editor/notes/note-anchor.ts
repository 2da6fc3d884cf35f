import type { Rename } from '@/components/graph/edits/rename-reference'
import type { Note } from '@/server/model/draft'

/** The task that a note is about now: references are renamed, and renames are undone. Null: its task is gone. */
export function anchorOf(
  { ref }: Pick<Note, 'ref'>,
  refs: ReadonlySet<string>,
  renames: readonly Rename[],
): string | null {
  if (ref === null || refs.has(ref)) return ref
  const seen = new Set([ref])
  const pending = [ref]
  for (let name = pending.shift(); name !== undefined; name = pending.shift()) {
    for (const { from, to } of renames) {
      const other = name === from ? to : name === to ? from : null
      if (other === null || seen.has(other)) continue
      if (refs.has(other)) return other
      seen.add(other)
      pending.push(other)
    }
  }
  return null
}
