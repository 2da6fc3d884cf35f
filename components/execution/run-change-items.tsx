'use client'

import Link from 'next/link'
import { curlCommand } from '@/components/api/curl-command'
import { useOrigin } from '@/components/api/use-origin'
import { MenuItem, MenuSeparator } from '@/components/ui/menu'
import type { RunHeader } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { runAgainUrl } from './run-again-url'
import type { RunActions } from './use-run-actions'

/** What is asked before it is done. */
export type RunQuestion = 'terminate' | 'remove'

interface RunChangeItemsProps {
  readonly header: RunHeader
  readonly actions: RunActions
  readonly onAsk: (question: RunQuestion) => void
}

/** All that can be done to a run, each with what it will do. */
export function RunChangeItems({ header, actions, onAsk }: RunChangeItemsProps) {
  const origin = useOrigin()
  const hasEnded = isTerminalWorkflow(header.status)
  const path = `/api/workflow/${header.workflowId}/${hasEnded ? (header.status === 'COMPLETED' ? 'restart' : 'retry') : 'pause'}`
  const call = { method: hasEnded ? 'POST' : 'PUT', path } as const
  return (
    <>
      <MenuItem onSelect={() => void navigator.clipboard.writeText(curlCommand(origin, call))}>
        Copy as curl: {path.split('/').at(-1)}
      </MenuItem>
      <MenuSeparator />
      <MenuItem asChild>
        <Link href={runAgainUrl(header)}>Run again, as a new run…</Link>
      </MenuItem>
      {hasEnded ? (
        <>
          {header.status === 'COMPLETED' ? null : (
            <MenuItem
              hint="Goes into the sub-workflow that failed, instead of starting it anew."
              onSelect={() => actions.retry(true)}
            >
              Retry inside its sub-workflows
            </MenuItem>
          )}
          <MenuItem
            hint="This same run, from its first task; what it did is forgotten."
            onSelect={() => actions.restart(false)}
          >
            Restart from the beginning
          </MenuItem>
          <MenuItem hint="The same, with the newest version of the workflow." onSelect={() => actions.restart(true)}>
            Restart with the latest definition
          </MenuItem>
        </>
      ) : null}
      <MenuSeparator />
      {hasEnded ? null : (
        <MenuItem danger onSelect={() => onAsk('terminate')}>
          Terminate…
        </MenuItem>
      )}
      <MenuItem danger onSelect={() => onAsk('remove')}>
        Remove…
      </MenuItem>
    </>
  )
}
