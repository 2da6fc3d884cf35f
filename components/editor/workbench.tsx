'use client'

import dynamic from 'next/dynamic'
import { fetchPart } from '@/components/ui/fetch-part'
import { useAfterPaint } from '@/components/ui/use-after-paint'
import { GraphPane } from './graph-pane'
import type { EditorProblem } from './problem'
import { useSession, useSessionState } from './session'
import type { EditorView } from './use-editor-view'
import { useIsPhone } from './use-is-phone'

const PalettePlace = () => (
  <div className="h-full w-[220px] max-xl:w-[180px] shrink-0 border-r bg-surface max-lg:hidden" />
)
const Palette = dynamic(() => fetchPart(() => import('./palette')).then((module) => module.Palette), {
  ssr: false,
  loading: PalettePlace,
})
const JsonPane = dynamic(() => fetchPart(() => import('./json/json-pane')).then((module) => module.JsonPane), {
  ssr: false,
})
const InspectorPlace = () => (
  <div className="h-full w-[360px] max-xl:w-[300px] shrink-0 border-l bg-surface max-md:hidden" />
)
const Inspector = dynamic(() => fetchPart(() => import('./inspector/inspector')).then((module) => module.Inspector), {
  ssr: false,
  loading: InspectorPlace,
})
const Outline = dynamic(() => fetchPart(() => import('./outline/outline')).then((module) => module.Outline), {
  ssr: false,
})
const SplitPanes = dynamic(() => fetchPart(() => import('./split-panes')).then((module) => module.SplitPanes), {
  ssr: false,
})
const LiveRun = dynamic(() => fetchPart(() => import('./run/live-run')).then((module) => module.LiveRun), {
  ssr: false,
})
const RunSteps = dynamic(() => fetchPart(() => import('./run/run-steps')).then((module) => module.RunSteps), {
  ssr: false,
})
const RunPanel = dynamic(() => fetchPart(() => import('./run/run-panel')).then((module) => module.RunPanel), {
  ssr: false,
  loading: InspectorPlace,
})

const RunBehind = dynamic(() => fetchPart(() => import('./run/run-behind')).then((module) => module.RunBehind), {
  ssr: false,
})

export interface WorkbenchProps {
  readonly view: EditorView
  readonly problems: readonly EditorProblem[]
  /** The execution on the canvas, in place of the draft. */
  readonly runId: string | null
  readonly onRun: (runId: string | null) => void
}

/** The panes over one document. While a run is on the canvas its steps and data stand where palette and form were. */
export function Workbench({ view, problems, runId, onRun }: WorkbenchProps) {
  const { ui, editable } = useSession()
  const isAfterPaint = useAfterPaint()
  const isOutlineOpen = useSessionState((state) => state.isOutlineOpen) && runId === null
  const isPhone = useIsPhone()
  const onOpen = () => {
    if (isPhone) ui.setState({ over: 'task' })
    else document.querySelector<HTMLElement>('aside[aria-label="Inspector"] input')?.focus()
  }
  const graph = <GraphPane problems={problems} onOpen={onOpen} />
  const json = <JsonPane problems={problems} />
  const behind = useSessionState((state) => state.runBehind)
  return (
    <>
      <div className="flex min-h-0 flex-1">
        {isOutlineOpen ? <Outline onOpen={onOpen} /> : null}
        {view === 'graph' && editable && !isOutlineOpen ? (
          runId === null ? (
            isAfterPaint ? (
              <Palette />
            ) : (
              <PalettePlace />
            )
          ) : (
            <RunSteps />
          )
        ) : null}
        {view === 'graph' ? (
          <div className={isOutlineOpen ? 'relative min-w-0 flex-1 max-md:hidden' : 'relative min-w-0 flex-1'}>
            {graph}
            {runId === null ? null : <LiveRun runId={runId} onClose={() => onRun(null)} />}
          </div>
        ) : null}
        {view === 'json' ? json : null}
        {view === 'split' ? <SplitPanes left={graph} right={json} /> : null}
        {view === 'graph' ? runId !== null ? <RunPanel /> : isAfterPaint ? <Inspector /> : <InspectorPlace /> : null}
      </div>
      {behind === null || runId !== null ? null : (
        <RunBehind
          key={behind}
          runId={behind}
          onShow={() => onRun(behind)}
          onForget={() => ui.setState({ runBehind: null })}
        />
      )}
    </>
  )
}
