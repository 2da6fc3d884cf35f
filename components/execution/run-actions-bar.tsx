'use client'

import { Ellipsis, GitCompare, Pause, Pencil, Play, RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import { Tooltip } from '@/components/ui/tooltip'
import type { RunHeader } from '@/server/model/run-view'
import { RemoveDialog } from './remove-dialog'
import { runAgainUrl } from './run-again-url'
import { RunChangeItems, type RunQuestion } from './run-change-items'
import { TerminateDialog } from './terminate-dialog'
import type { RunActions } from './use-run-actions'

export interface RunActionsBarProps {
  readonly header: RunHeader
  readonly actions: RunActions
}

/** The main action of the run's state as a button, the rest in a menu that says what each will do. */
export function RunActionsBar({ header, actions }: RunActionsBarProps) {
  const [asking, setAsking] = useState<RunQuestion | null>(null)
  const mayEdit = useMayEdit()
  const definitionUrl = `/workflows/${encodeURIComponent(header.workflowName)}?version=${header.workflowVersion}`
  const compareUrl = `/compare?left=${header.workflowId}`
  return (
    <>
      <Button asChild className="max-xl:hidden">
        <Link href={compareUrl}>
          <GitCompare strokeWidth={1.5} aria-hidden /> Compare
        </Link>
      </Button>
      <Button asChild className="max-md:hidden">
        <Link href={definitionUrl}>
          <Pencil strokeWidth={1.5} aria-hidden /> {mayEdit ? 'Edit definition' : 'Definition'}
        </Link>
      </Button>
      {mayEdit ? <MainAction header={header} actions={actions} /> : null}
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
          <MenuItem className="xl:hidden" asChild>
            <Link href={compareUrl}>Compare with another run</Link>
          </MenuItem>
          <MenuItem onSelect={() => void navigator.clipboard.writeText(header.workflowId)}>Copy id</MenuItem>
          {mayEdit ? <RunChangeItems header={header} actions={actions} onAsk={setAsking} /> : null}
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

function MainAction({ header, actions }: RunActionsBarProps) {
  switch (header.status) {
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
        <Tooltip content="The tasks that failed are tried again. What was completed stays completed.">
          <Button variant="primary" onClick={() => actions.retry(false)} disabled={actions.isBusy}>
            <RotateCcw strokeWidth={1.5} aria-hidden /> Retry
          </Button>
        </Tooltip>
      )
    case 'COMPLETED':
      return (
        <Button asChild>
          <Link href={runAgainUrl(header)}>
            <Play strokeWidth={1.5} aria-hidden /> Run again
          </Link>
        </Button>
      )
  }
}
