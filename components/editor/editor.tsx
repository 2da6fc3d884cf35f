'use client'

import dynamic from 'next/dynamic'
import { useCallback, useState } from 'react'
import { useMayEdit } from '@/components/shell/use-me'
import { useAfterPaint } from '@/components/ui/use-after-paint'
import { isDirty } from './document-store'
import { EditorTop } from './editor-top'
import { GraphPane } from './graph-pane'
import type { LoadedVersion } from './loaded-version'
import { Overlays } from './overlays'
import { Palette } from './palette'
import { PhoneNote } from './phone-note'
import type { EditorProblem } from './problem'
import { ProblemsBar } from './problems-bar'
import { useDocument, useSession, useSessionState } from './session'
import { useEditorKeys } from './use-editor-keys'
import { useEditorView } from './use-editor-view'
import { useIsPhone } from './use-is-phone'
import { useLeaveGuard } from './use-leave-guard'
import { useProblems } from './use-problems'
import { type SaveMode, useSave } from './use-save'

const JsonPane = dynamic(() => import('./json/json-pane').then((module) => module.JsonPane), { ssr: false })
const InspectorPlace = () => <div className="h-full w-[360px] shrink-0 border-l bg-surface max-md:hidden" />
const Inspector = dynamic(() => import('./inspector/inspector').then((module) => module.Inspector), {
  ssr: false,
  loading: InspectorPlace,
})
const Outline = dynamic(() => import('./outline/outline').then((module) => module.Outline), { ssr: false })
const ConflictDialog = dynamic(() => import('./conflict-dialog').then((module) => module.ConflictDialog), {
  ssr: false,
})
const SplitPanes = dynamic(() => import('./split-panes').then((module) => module.SplitPanes), { ssr: false })
const RunDialog = dynamic(() => import('@/components/execution/run-dialog').then((module) => module.RunDialog), {
  ssr: false,
})

const NONE: readonly EditorProblem[] = []

export interface EditorProps {
  readonly loaded: LoadedVersion | null
  readonly onSaved: (version: LoadedVersion) => void
}

/** Palette, graph, JSON and inspector over one document. */
export function Editor({ loaded, onSaved }: EditorProps) {
  const session = useSession()
  const [wanted, setView] = useEditorView()
  const view = useIsPhone() ? 'graph' : wanted
  const [isRunOpen, setRunOpen] = useState(false)
  const dirty = useDocument(isDirty)
  const isOutlineOpen = useSessionState((state) => state.isOutlineOpen)
  const isAfterPaint = useAfterPaint()
  const problems = useProblems(isAfterPaint)
  const saving = useSave({ loaded, onSaved })
  useLeaveGuard(dirty && session.editable)

  const save = useCallback(
    (mode: SaveMode) => void saving.save(loaded === null ? 'new-version' : mode),
    [saving, loaded],
  )
  const run = useCallback(async () => {
    const isStored = (!dirty && loaded !== null) || !session.editable
    if (isStored || (await saving.save(loaded === null ? 'new-version' : 'overwrite'))) setRunOpen(true)
  }, [dirty, loaded, saving, session])
  const mayRun = useMayEdit()
  const onRun = useCallback(() => void run(), [run])
  useEditorKeys({ session, onSave: save, onRun: mayRun ? onRun : () => undefined })

  const focusInspector = () => document.querySelector<HTMLElement>('aside[aria-label="Inspector"] input')?.focus()
  const graph = <GraphPane problems={problems ?? NONE} onOpen={focusInspector} />
  const json = <JsonPane problems={problems ?? NONE} />
  return (
    <div className="flex h-full flex-col">
      <EditorTop
        loaded={loaded}
        saving={saving}
        canSave={session.editable}
        view={view}
        onView={(next) => void setView(next)}
        onRun={mayRun ? onRun : null}
      />
      <PhoneNote />
      <div className="flex min-h-0 flex-1">
        {isOutlineOpen ? <Outline onOpen={focusInspector} /> : null}
        {view === 'graph' && session.editable && !isOutlineOpen ? <Palette /> : null}
        {view === 'graph' ? <div className={isOutlineOpen ? 'contents max-md:hidden' : 'contents'}>{graph}</div> : null}
        {view === 'json' ? json : null}
        {view === 'split' ? <SplitPanes left={graph} right={json} /> : null}
        {view === 'graph' ? isAfterPaint ? <Inspector /> : <InspectorPlace /> : null}
      </div>
      <ProblemsBar problems={problems} />
      <Overlays />
      {saving.conflict === null ? null : <ConflictDialog saving={saving} />}
      {isRunOpen && loaded ? (
        <RunDialog name={loaded.name} version={loaded.version} open={isRunOpen} onOpenChange={setRunOpen} />
      ) : null}
    </div>
  )
}
