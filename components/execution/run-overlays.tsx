'use client'

import dynamic from 'next/dynamic'
import { focusNode } from '@/components/canvas/focus-node'
import { shortcutGroups } from '@/components/editor/shortcut-groups'
import type { Definition } from '@/components/graph/definition'
import { fetchPart } from '@/components/ui/fetch-part'
import { useOnceTrue } from '@/components/ui/use-once-true'

const FindView = dynamic(
  () => fetchPart(() => import('@/components/editor/find-view')).then((module) => module.FindView),
  {
    ssr: false,
  },
)
const ShortcutsView = dynamic(
  () => fetchPart(() => import('@/components/editor/shortcuts-view')).then((module) => module.ShortcutsView),
  { ssr: false },
)

export type RunOverlay = 'find' | 'shortcuts' | null

interface RunOverlaysProps {
  readonly definition: Definition
  readonly over: RunOverlay
  readonly onClose: () => void
  readonly selected: string | null
  readonly onFound: (id: string) => void
}

/** What opens over the graph of a run: the same two lists as in the editor. */
export function RunOverlays({ definition, over, onClose, selected, onFound }: RunOverlaysProps) {
  const hasFind = useOnceTrue(over === 'find')
  const hasShortcuts = useOnceTrue(over === 'shortcuts')
  const returnFocus = (event: Event) => {
    event.preventDefault()
    focusNode(selected)
  }
  const groups = shortcutGroups(false).filter((group) => group.title !== 'In the outline only')
  return (
    <>
      {hasFind ? <FindView {...{ definition, onClose, returnFocus, onFound }} isOpen={over === 'find'} /> : null}
      {hasShortcuts ? <ShortcutsView {...{ onClose, returnFocus, groups }} isOpen={over === 'shortcuts'} /> : null}
    </>
  )
}
