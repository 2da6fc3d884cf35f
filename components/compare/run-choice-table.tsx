'use client'

import type { ReactNode } from 'react'
import { whereItIs } from '@/components/catalog/where-it-is'
import { shortId } from '@/components/execution/short-id'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn } from '@/components/ui/data-table-model'
import { formatAgo, formatInstant } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import type { RunRow } from '@/server/model/run-view'

export interface RunChoiceTableProps {
  readonly label: string
  readonly rows: readonly RunRow[]
  readonly onChoose: (workflowId: string) => void
  readonly empty: ReactNode
}

export function RunChoiceTable({ label, rows, onChoose, empty }: RunChoiceTableProps) {
  return (
    <DataTable
      label={label}
      columns={columns(onChoose)}
      rows={rows}
      rowId={(row) => row.workflowId}
      onOpen={(row) => onChoose(row.workflowId)}
      empty={empty}
    />
  )
}

function columns(onChoose: (workflowId: string) => void): readonly DataColumn<RunRow>[] {
  return [
    { id: 'status', header: 'Status', width: '124px', cell: (run) => <StatusChip status={run.status} /> },
    {
      id: 'run',
      header: 'Run',
      flexible: true,
      share: 40,
      cell: (run) => (
        <button
          type="button"
          className="flex max-w-full items-baseline gap-x-2 text-left hover:underline max-md:flex-wrap max-md:py-1"
          onClick={() => onChoose(run.workflowId)}
        >
          <span className="truncate font-medium">{run.workflowName}</span>
          <span className="text-text-2">v{run.workflowVersion}</span>
          <span className="font-mono text-xs text-text-3">{shortId(run.workflowId)}</span>
        </button>
      ),
    },
    {
      id: 'where',
      header: 'Where it is',
      wideOnly: true,
      share: 50,
      cell: (run) => <span className="block truncate text-text-2">{whereItIs(run).text}</span>,
    },
    {
      id: 'started',
      header: 'Started',
      align: 'right',
      width: '120px',
      cell: (run) => (
        <time title={formatInstant(run.createTime)} dateTime={new Date(run.createTime).toISOString()}>
          {formatAgo(run.createTime, Date.now())}
        </time>
      ),
    },
  ]
}
