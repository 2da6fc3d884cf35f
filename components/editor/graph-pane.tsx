'use client'

import { Redo2, StickyNote, Undo2 } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import { GraphCanvas } from '@/components/canvas/graph-canvas'
import { fetchPart } from '@/components/ui/fetch-part'
import { IconButton } from '@/components/ui/icon-button'
import { useAfterPaint } from '@/components/ui/use-after-paint'
import { type EditorProblem, problemMarks } from './problem'
import { useDocument, useSession, useSessionState } from './session'
import { StaleNote } from './stale-note'
import { useCanvasEdits } from './use-canvas-edits'
import { useEditorLook } from './use-editor-look'
import { useIsPhone } from './use-is-phone'

const NotesLayer = dynamic(() => fetchPart(() => import('./notes/notes-layer')).then((module) => module.NotesLayer), {
  ssr: false,
})
const DataArcs = dynamic(() => fetchPart(() => import('./expressions/data-arcs')).then((module) => module.DataArcs), {
  ssr: false,
})

export interface GraphPaneProps {
  readonly problems: readonly EditorProblem[]
  readonly onOpen: () => void
}

export function GraphPane({ problems, onOpen }: GraphPaneProps) {
  const { ui, camera, editable } = useSession()
  const definition = useDocument((state) => state.definition)
  const isStale = useDocument((state) => state.problem !== null)
  const run = useSessionState((state) => state.run)
  const selected = useSessionState((state) => state.selected)
  const more = useSessionState((state) => state.more)
  const edits = useCanvasEdits()
  const look = useEditorLook()
  const isAfterPaint = useAfterPaint()
  const isPhone = useIsPhone()
  const marks = useMemo(() => problemMarks(problems), [problems])
  return (
    <div className="relative h-full min-w-0 flex-1" data-stale={isStale || undefined}>
      {look.isKnown ? (
        <GraphCanvas
          definition={run?.view.definition ?? definition}
          {...(run ? { decorations: run.decorations, runStatus: run.view.header.status } : { problems: marks })}
          look={look}
          selected={selected}
          alsoSelected={more}
          onSelect={(id) => {
            ui.setState({ selected: id === '__start' || id === '__end' ? null : id })
            if (isPhone) onOpen()
          }}
          onOpen={onOpen}
          onFind={() => ui.setState({ over: 'find' })}
          onShortcuts={() => ui.setState({ over: 'shortcuts' })}
          reveal={selected}
          camera={camera}
          label={run ? `Graph of the run of ${definition.name}` : `Graph of ${definition.name}`}
          {...(editable && !isStale && !run ? { edits } : {})}
          controlsBefore={editable && !run ? <HistoryButtons /> : null}
          overlay={
            <>
              {selected === null || run ? null : <DataArcs />}
              {isAfterPaint ? <NotesLayer /> : null}
            </>
          }
        />
      ) : null}
      {isStale && !run ? <StaleNote /> : null}
      {editable && (definition.tasks ?? []).length === 0 ? <EmptyNote /> : null}
    </div>
  )
}

function EmptyNote() {
  return (
    <p className="pointer-events-none absolute inset-x-0 top-40 px-6 text-center text-text-2">
      Drag a task onto the line, or press its +. In the list, Enter adds one too.
    </p>
  )
}

function HistoryButtons() {
  const { document, ui } = useSession()
  const canUndo = useDocument((state) => state.past.length > 0)
  const canRedo = useDocument((state) => state.future.length > 0)
  return (
    <>
      <IconButton
        label="Undo"
        shortcut="mod+Z"
        icon={Undo2}
        tooltipSide="top"
        disabled={!canUndo}
        onClick={document.undo}
      />
      <IconButton
        label="Redo"
        shortcut="mod+shift+Z"
        icon={Redo2}
        tooltipSide="top"
        disabled={!canRedo}
        onClick={document.redo}
      />
      <IconButton
        label="Add a note"
        icon={StickyNote}
        tooltipSide="top"
        onClick={() => ui.setState({ noteWanted: { ref: null } })}
      />
    </>
  )
}
