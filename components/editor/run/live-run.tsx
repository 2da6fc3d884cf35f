'use client'

import { ArrowLeft, ExternalLink, Square } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useMemo, useRef } from 'react'
import { errorText } from '@/components/api/error-text'
import type { NodeDecoration } from '@/components/canvas/node-decoration'
import { useSession } from '@/components/editor/session'
import { deriveDecorations } from '@/components/execution/derive-decorations'
import { reuseDecorations } from '@/components/execution/reuse-decorations'
import { RunDuration } from '@/components/execution/run-duration'
import { indexRun } from '@/components/execution/run-index'
import { runProgress } from '@/components/execution/run-progress'
import { runSentence } from '@/components/execution/run-sentence'
import { sentenceText } from '@/components/execution/sentence'
import { SentenceLine } from '@/components/execution/sentence-line'
import { useNow } from '@/components/execution/use-now'
import { usePollers } from '@/components/execution/use-pollers'
import { useLiveRun, useRun } from '@/components/execution/use-run'
import { useRunActions } from '@/components/execution/use-run-actions'
import { useMayEdit } from '@/components/shell/use-me'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { announce } from '@/components/ui/live-region'
import { StatusChip } from '@/components/ui/status-chip'
import type { RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'

export interface LiveRunProps {
  readonly runId: string
  readonly onClose: () => void
}

/** An execution on the editor's own canvas: nothing moves, only its states are drawn over it. */
export function LiveRun({ runId, onClose }: LiveRunProps) {
  const { data, error } = useRun(runId)
  return (
    <section
      aria-label="The run on the canvas"
      className="absolute right-3 bottom-7 z-10 flex min-h-11 max-w-[calc(100%-24px)] flex-wrap items-center justify-end gap-x-3 gap-y-2 rounded-xl border bg-surface px-3 py-2 shadow-float max-xl:bottom-16"
    >
      <Button onClick={onClose}>
        <ArrowLeft strokeWidth={1.5} aria-hidden />
        <span>
          Back<span className="max-xl:sr-only"> to editing</span>
        </span>
      </Button>
      {data ? <Followed key={runId} loaded={data} /> : null}
      {error ? <Alert>{errorText(error)}</Alert> : null}
    </section>
  )
}

function Followed({ loaded }: { readonly loaded: RunView }) {
  const { ui } = useSession()
  const view = useLiveRun(loaded)
  const { header } = view
  const isOpen = !isTerminalWorkflow(header.status)
  const pollers = usePollers(view.tasks)
  const actions = useRunActions(header.workflowId)
  const mayEdit = useMayEdit()
  const now = useNow(view.now, isOpen, 500)
  const previous = useRef<Readonly<Record<string, NodeDecoration>>>({})
  const decorations = useMemo(() => {
    previous.current = reuseDecorations(previous.current, deriveDecorations({ ...view, now }, pollers))
    return previous.current
  }, [view, pollers, now])
  useEffect(() => ui.setState({ run: { view, decorations } }), [ui, view, decorations])
  const left = useRef<string | null>(null)
  left.current = isOpen ? header.workflowId : null
  useEffect(() => {
    ui.setState({ runBehind: null })
    return () => ui.setState({ run: null, runBehind: left.current })
  }, [ui])
  const sentence = runSentence({ ...view, now }, pollers)
  const text = sentenceText(sentence)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new status is news
  useEffect(() => announce(text), [header.status])
  const progress = runProgress(view, indexRun(view))
  return (
    <>
      <StatusChip status={header.status} className="h-6 px-2.5 text-base" />
      <RunDuration view={view} />
      <span className="tabular whitespace-nowrap text-text-2 max-xl:hidden">
        {progress.done} of {progress.total} tasks
      </span>
      <SentenceLine sentence={sentence} onResume={actions.resume} className="max-2xl:hidden" />
      {isOpen && mayEdit ? (
        <Button disabled={actions.isBusy} onClick={() => actions.terminate('Stopped in the editor')}>
          <Square strokeWidth={1.5} aria-hidden /> Stop
        </Button>
      ) : null}
      <Button asChild>
        <Link href={`/executions/${header.workflowId}`}>
          <span>
            Open<span className="max-xl:sr-only"> the run</span>
          </span>
          <ExternalLink strokeWidth={1.5} aria-hidden />
        </Link>
      </Button>
    </>
  )
}
