'use client'

import dynamic from 'next/dynamic'
import { useCallback } from 'react'
import { fetchPart } from '@/components/ui/fetch-part'
import { useOnceTrue } from '@/components/ui/use-once-true'
import type { LoadedVersion } from './loaded-version'
import type { EditorProblem } from './problem'
import { useSession, useSessionState } from './session'

const FindDialog = dynamic(() => fetchPart(() => import('./find-dialog')).then((module) => module.FindDialog), {
  ssr: false,
})
const GraphMenu = dynamic(() => fetchPart(() => import('./graph-menu')).then((module) => module.GraphMenu), {
  ssr: false,
})
const InsertMenu = dynamic(() => fetchPart(() => import('./insert-menu')).then((module) => module.InsertMenu), {
  ssr: false,
})
const VersionsDialog = dynamic(
  () => fetchPart(() => import('./versions/versions-dialog')).then((module) => module.VersionsDialog),
  {
    ssr: false,
  },
)
const ImportDialog = dynamic(
  () => fetchPart(() => import('./import/import-dialog')).then((module) => module.ImportDialog),
  {
    ssr: false,
  },
)
const TestDialog = dynamic(
  () => fetchPart(() => import('./test-task/test-dialog')).then((module) => module.TestDialog),
  { ssr: false },
)
const ExtractDialog = dynamic(
  () => fetchPart(() => import('./extract/extract-dialog')).then((module) => module.ExtractDialog),
  { ssr: false },
)
const InlineDialog = dynamic(
  () => fetchPart(() => import('./inline/inline-dialog')).then((module) => module.InlineDialog),
  { ssr: false },
)
const TaskSheet = dynamic(() => fetchPart(() => import('./phone/task-sheet')).then((module) => module.TaskSheet), {
  ssr: false,
})
const DropImport = dynamic(() => fetchPart(() => import('./import/drop-import')).then((module) => module.DropImport), {
  ssr: false,
})
const ShortcutsDialog = dynamic(
  () => fetchPart(() => import('./shortcuts-dialog')).then((module) => module.ShortcutsDialog),
  {
    ssr: false,
  },
)

export interface OverlaysProps {
  readonly loaded: LoadedVersion | null
  readonly problems: readonly EditorProblem[]
}

/** What opens over the editor: each is fetched with its first use. */
export function Overlays({ loaded, problems }: OverlaysProps) {
  const over = useSessionState((state) => state.over)
  const hasMenu = useOnceTrue(useSessionState((state) => state.insert !== null || state.menu !== null))
  const hasShortcuts = useOnceTrue(useSessionState((state) => state.over === 'shortcuts'))
  const hasFind = useOnceTrue(useSessionState((state) => state.over === 'find'))
  const session = useSession()
  const texts = useSessionState((state) => state.importTexts)
  const onTexts = useCallback(
    (dropped: readonly string[]) => session.ui.setState({ over: 'import', importTexts: dropped }),
    [session],
  )
  return (
    <>
      {session.editable ? <DropImport onTexts={onTexts} /> : null}
      {over === 'import' ? (
        <ImportDialog texts={texts} session={session} onClose={() => session.ui.setState({ over: null })} />
      ) : null}
      {hasMenu ? <InsertMenu /> : null}
      {hasMenu ? <GraphMenu /> : null}
      {over === 'test' ? <TestDialog /> : null}
      {over === 'extract' ? <ExtractDialog /> : null}
      {over === 'task' ? <TaskSheet problems={problems} /> : null}
      {over === 'inline' ? <InlineDialog /> : null}
      {over === 'versions' && loaded ? <VersionsDialog loaded={loaded} /> : null}
      {hasFind ? <FindDialog /> : null}
      {hasShortcuts ? <ShortcutsDialog /> : null}
    </>
  )
}
