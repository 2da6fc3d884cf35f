'use client'

import Link from 'next/link'
import { PageTop } from '@/components/shell/page-top'
import { CopyButton } from '@/components/ui/copy-button'
import type { RunHeader } from '@/server/model/run-view'
import { RunActionsBar } from './run-actions-bar'
import { shortId } from './short-id'
import type { RunActions } from './use-run-actions'

/** What this page is about and what can be done to it. */
export function RunTop({ header, actions }: { readonly header: RunHeader; readonly actions: RunActions }) {
  return (
    <PageTop
      crumbs={[{ label: 'Executions', href: '/executions' }]}
      title={header.workflowName}
      detail={
        <>
          <code className="font-mono text-sm text-text-2 max-md:hidden">{shortId(header.workflowId)}</code>
          <span className="max-md:hidden">
            <CopyButton value={header.workflowId} label="Copy the execution's id" />
          </span>
          {header.parentWorkflowId ? (
            <Link href={`/executions/${header.parentWorkflowId}`} className="truncate text-accent hover:underline">
              part of another run
            </Link>
          ) : null}
        </>
      }
      actions={<RunActionsBar header={header} actions={actions} />}
    />
  )
}
