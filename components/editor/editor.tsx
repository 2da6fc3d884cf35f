'use client'

import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { useMayEdit } from '@/components/shell/use-me'
import { fetchPart } from '@/components/ui/fetch-part'
import { useAfterPaint } from '@/components/ui/use-after-paint'
import type { LocalCopies } from './draft/local-copies'
import { useDiscard } from './draft/use-discard'
import { useDraftSaver } from './draft/use-draft-saver'
import { EditorTop } from './editor-top'
import type { LoadedVersion } from './loaded-version'
import { PhoneNote } from './phone/phone-note'
import type { EditorProblem } from './problem'
import { ProblemsBar } from './problems-bar'
import { useDraft, useSession } from './session'
import { useEditorKeys } from './use-editor-keys'
import { useEditorView, useRunOnCanvas } from './use-editor-view'
import { useIsPhone } from './use-is-phone'
import { useLeaveGuard } from './use-leave-guard'
import { useProblems } from './use-problems'
import { type SaveMode, useSave } from './use-save'
import { Workbench } from './workbench'

const ConflictDialog = dynamic(
  () => fetchPart(() => import('./conflict-dialog')).then((module) => module.ConflictDialog),
  {
    ssr: false,
  },
)
const DraftConflictDialog = dynamic(
  () => fetchPart(() => import('./draft/draft-conflict-dialog')).then((module) => module.DraftConflictDialog),
  { ssr: false },
)
const Overlays = dynamic(() => fetchPart(() => import('./overlays')).then((module) => module.Overlays), { ssr: false })
const RunDraftDialog = dynamic(
  () => fetchPart(() => import('./run/run-draft-dialog')).then((module) => module.RunDraftDialog),
  {
    ssr: false,
  },
)

const NONE: readonly EditorProblem[] = []

export interface EditorProps {
  readonly loaded: LoadedVersion | null
  readonly onSaved: (version: LoadedVersion) => void
  readonly copies: LocalCopies
  /** What was opened is only in this browser yet. */
  readonly isUnsent: boolean
}

/** Palette, graph, JSON and inspector over one document. */
export function Editor({ loaded, onSaved, copies, isUnsent }: EditorProps) {
  const session = useSession()
  const router = useRouter()
  const isPhone = useIsPhone()
  const [wanted, setView] = useEditorView()
  const [runId, setRunId] = useRunOnCanvas()
  // A run is looked at as a graph, so that what is being edited stays as it is.
  const view = isPhone || runId !== null ? 'graph' : wanted
  const [isRunOpen, setRunOpen] = useState(false)
  const isAfterPaint = useAfterPaint()
  const problems = useProblems(isAfterPaint)
  const saver = useDraftSaver(copies, isUnsent)
  const saving = useSave({ loaded, saver, onSaved })
  const draftStatus = useDraft((state) => state.status)
  useLeaveGuard(draftStatus === 'lost')
  const onDiscard = useDiscard(saver)

  const save = useCallback(
    (mode: SaveMode) => void saving.save(loaded === null ? 'new-version' : mode),
    [saving, loaded],
  )
  const mayRun = useMayEdit()
  const onRun = useCallback(() => setRunOpen(true), [])
  useEditorKeys({ session, onSave: save, onRun: mayRun ? onRun : () => undefined })
  return (
    <div className="flex h-full flex-col">
      <EditorTop
        loaded={loaded}
        saving={saving}
        canSave={session.editable}
        view={view}
        onView={(next) => {
          if (runId !== null) void setRunId(null)
          void setView(next)
        }}
        onDiscard={onDiscard}
        onRun={mayRun ? onRun : null}
      />
      <PhoneNote />
      <Workbench
        view={view}
        problems={problems ?? NONE}
        runId={isPhone ? null : runId}
        onRun={(next) => void setRunId(next)}
      />
      <ProblemsBar problems={problems} />
      {isAfterPaint ? <Overlays loaded={loaded} problems={problems ?? NONE} /> : null}
      {saving.conflict !== null && loaded ? <ConflictDialog saving={saving} loaded={loaded} /> : null}
      {draftStatus === 'conflict' ? <DraftConflictDialog saver={saver} /> : null}
      {isRunOpen ? (
        <RunDraftDialog
          loaded={loaded}
          onClose={() => setRunOpen(false)}
          onStarted={(workflowId) => {
            setRunOpen(false)
            if (isPhone) router.push(`/executions/${workflowId}`)
            else void setRunId(workflowId)
          }}
        />
      ) : null}
    </div>
  )
}
