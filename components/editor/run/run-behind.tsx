'use client'

import { Eye, Square, X } from 'lucide-react'
import { useEffect } from 'react'
import { RunDuration } from '@/components/execution/run-duration'
import { useLiveRun, useRun } from '@/components/execution/use-run'
import { useRunActions } from '@/components/execution/use-run-actions'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { announce } from '@/components/ui/live-region'
import { StatusChip } from '@/components/ui/status-chip'
import type { RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'

export interface RunBehindProps {
  readonly runId: string
  readonly onShow: () => void
  readonly onForget: () => void
}

/** A run that was left for editing before its end: that it goes on, how it ends, and the ways back to it. */
export function RunBehind(props: RunBehindProps) {
  const { data } = useRun(props.runId)
  return data ? <Followed {...props} loaded={data} /> : null
}

function Followed({ loaded, onShow, onForget }: RunBehindProps & { readonly loaded: RunView }) {
  const view = useLiveRun(loaded)
  const { status, workflowId } = view.header
  const isOpen = !isTerminalWorkflow(status)
  const actions = useRunActions(workflowId)
  const mayEdit = useMayEdit()
  const text = isOpen ? 'Your run goes on while you edit.' : 'The run that you left has ended.'
  useEffect(() => announce(text), [text])
  return (
    <section
      aria-label="The run that goes on"
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t bg-accent-faint px-3 py-1"
    >
      <StatusChip status={status} />
      <RunDuration view={view} />
      <p className="text-text-2">{text}</p>
      <span className="flex-1" />
      <Button onClick={onShow}>
        <Eye strokeWidth={1.5} aria-hidden /> Show it
      </Button>
      {isOpen && mayEdit ? (
        <Button disabled={actions.isBusy} onClick={() => actions.terminate('Stopped in the editor')}>
          <Square strokeWidth={1.5} aria-hidden /> Stop it
        </Button>
      ) : null}
      <IconButton label="Dismiss" icon={X} tooltipSide="top" onClick={onForget} />
    </section>
  )
}
