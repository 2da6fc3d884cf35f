import type { Rename } from '@/components/graph/edits/rename-reference'
import type { Fix } from '@/components/graph/fixes/fix'
import type { EditorSession } from './session'

export function applyFix(session: EditorSession, { apply, rename }: Fix): void {
  session.document.edit(apply)
  if (rename) followRename(session, rename)
}

/** What stands under a reference beside the definition goes to its new one: the selection, and notes. */
export function followRename({ ui }: Pick<EditorSession, 'ui'>, rename: Rename): void {
  const renamed = (id: string) => (id === rename.from ? rename.to : id)
  ui.setState(({ selected, more, renames }) => ({
    renames: [...renames, rename],
    selected: selected === null ? null : renamed(selected),
    more: more.map(renamed),
  }))
}
