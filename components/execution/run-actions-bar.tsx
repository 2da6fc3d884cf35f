'use client'

import { Ellipsis, Pause, Pencil, Play, RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import type { RunHeader } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { RemoveDialog } from './remove-dialog'
import { TerminateDialog } from './terminate-dialog'
import type { RunActions } from './use-run-actions'

export interface RunActionsBarProps {
  readonly header: RunHeader
  readonly actions: RunActions
}

/** The main action of the run's state as a button, the rest in a menu. */
export function RunActionsBar({ header, actions }: RunActionsBarProps) {
  const [asking, setAsking] = useState<Question | null>(null)
  const mayEdit = useMayEdit()
  const { status } = header
  const definitionUrl = `/workflows/${encodeURIComponent(header.workflowName)}?version=${header.workflowVersion}`
  return (
    <>
      <Button asChild className="max-md:hidden">
        <Link href={definitionUrl}>
          <Pencil strokeWidth={1.5} aria-hidden /> {mayEdit ? 'Edit definition' : 'Definition'}
        </Link>
      </Button>
      {mayEdit ? <MainAction status={status} actions={actions} /> : null}
      <Menu>
        <MenuTrigger asChild>
          <Button aria-label="More actions" className="w-8 px-0">
            <Ellipsis strokeWidth={1.5} aria-hidden />
          </Button>
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem className="md:hidden" asChild>
            <Link href={definitionUrl}>{mayEdit ? 'Edit definition' : 'Definition'}</Link>
          </MenuItem>
          <MenuItem onSelect={() => void navigator.clipboard.writeText(header.workflowId)}>Copy id</MenuItem>
          {mayEdit ? <ChangeItems status={status} actions={actions} onAsk={setAsking} /> : null}
        </MenuContent>
      </Menu>
      <TerminateDialog
        open={asking === 'terminate'}
        onOpenChange={(open) => setAsking(open ? 'terminate' : null)}
        onTerminate={actions.terminate}
      />
      <RemoveDialog
        open={asking === 'remove'}
        onOpenChange={(open) => setAsking(open ? 'remove' : null)}
        onRemove={actions.remove}
        subject="this run"
      />
    </>
  )
}

type Question = 'terminate' | 'remove'

interface ChangeItemsProps {
  readonly status: RunHeader['status']
  readonly actions: RunActions
  readonly onAsk: (question: Question) => void
}

function ChangeItems({ status, actions, onAsk }: ChangeItemsProps) {
  const hasEnded = isTerminalWorkflow(status)
  return (
    <>
      <MenuItem disabled={!hasEnded || status === 'COMPLETED'} onSelect={() => actions.retry(true)}>
        Retry inside its sub-workflows
      </MenuItem>
      <MenuItem disabled={!hasEnded} onSelect={() => actions.restart(false)}>
        Restart from the beginning
      </MenuItem>
      <MenuItem disabled={!hasEnded} onSelect={() => actions.restart(true)}>
        Restart with the latest definition
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger disabled={hasEnded} onSelect={() => onAsk('terminate')}>
        Terminate…
      </MenuItem>
      <MenuItem danger onSelect={() => onAsk('remove')}>
        Remove…
      </MenuItem>
    </>
  )
}

function MainAction({ status, actions }: { readonly status: RunHeader['status']; readonly actions: RunActions }) {
  switch (status) {
    case 'RUNNING':
      return (
        <Button onClick={actions.pause} disabled={actions.isBusy}>
          <Pause strokeWidth={1.5} aria-hidden /> Pause
        </Button>
      )
    case 'PAUSED':
      return (
        <Button variant="primary" onClick={actions.resume} disabled={actions.isBusy}>
          <Play strokeWidth={1.5} aria-hidden /> Resume
        </Button>
      )
    case 'FAILED':
    case 'TIMED_OUT':
    case 'TERMINATED':
      return (
        <Button variant="primary" onClick={() => actions.retry(false)} disabled={actions.isBusy}>
          <RotateCcw strokeWidth={1.5} aria-hidden /> Retry
        </Button>
      )
    case 'COMPLETED':
      return (
        <Button onClick={() => actions.restart(false)} disabled={actions.isBusy}>
          <RotateCcw strokeWidth={1.5} aria-hidden /> Restart
        </Button>
      )
  }
}
