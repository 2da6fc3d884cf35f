'use client'

import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { whereItIs } from '@/components/catalog/where-it-is'
import { shortId } from '@/components/execution/short-id'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn } from '@/components/ui/data-table-model'
import { EmptyState } from '@/components/ui/empty-state'
import { formatAgo, formatInstant } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import type { RunRow } from '@/server/model/run-view'

const SHOWN = 50

export interface RunChoiceProps {
  readonly left: string
  readonly onChoose: (workflowId: string) => void
}

/** The other runs of the same workflow, newest first. */
export function RunChoice({ left, onChoose }: RunChoiceProps) {
  const trpc = useTRPC()
  const run = useQuery(trpc.executions.get.queryOptions({ workflowId: left }))
  const name = run.data?.header.workflowName ?? ''
  const asked = { filter: { names: [name] }, page: { size: SHOWN } }
  const list = useQuery(trpc.executions.list.queryOptions(asked, { enabled: run.data !== undefined }))
  return (
    <Loaded query={run.error ? { data: undefined, error: run.error, isPending: false } : list}>
      {({ rows }) => (
        <>
          <p className="px-4 pt-4 pb-2 text-text-2">
            Compare <strong className="font-medium text-text">{name}</strong>{' '}
            <span className="font-mono text-sm">{shortId(left)}</span> with another of its runs:
          </p>
          <DataTable
            label="Runs to compare with"
            columns={columns(onChoose)}
            rows={rows.filter((row) => row.workflowId !== left)}
            rowId={(row) => row.workflowId}
            onOpen={(row) => onChoose(row.workflowId)}
            empty={
              <EmptyState
                icon={SearchX}
                title="It ran only once"
                description={`There is no other run of ${name} yet.`}
              />
            }
          />
        </>
      )}
    </Loaded>
  )
}

function columns(onChoose: (workflowId: string) => void): readonly DataColumn<RunRow>[] {
  return [
    { id: 'status', header: 'Status', width: '124px', cell: (run) => <StatusChip status={run.status} /> },
    {
      id: 'run',
      header: 'Run',
      flexible: true,
      cell: (run) => (
        <button type="button" className="font-mono text-sm hover:underline" onClick={() => onChoose(run.workflowId)}>
          {shortId(run.workflowId)} <span className="font-sans text-text-2">v{run.workflowVersion}</span>
        </button>
      ),
    },
    {
      id: 'where',
      header: 'Where it is',
      wideOnly: true,
      cell: (run) => <span className="block truncate text-text-2">{whereItIs(run).text}</span>,
    },
    {
      id: 'started',
      header: 'Started',
      align: 'right',
      cell: (run) => (
        <time title={formatInstant(run.createTime)} dateTime={new Date(run.createTime).toISOString()}>
          {formatAgo(run.createTime, Date.now())}
        </time>
      ),
    },
  ]
}
