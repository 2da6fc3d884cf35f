'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { shortId } from '@/components/execution/short-id'
import { useWallClock } from '@/components/execution/use-now'
import { cn } from '@/components/ui/cn'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn, TableSelection, TableSort } from '@/components/ui/data-table-model'
import { formatDuration, formatTicking } from '@/components/ui/format-duration'
import { formatAgo, formatInstant } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import type { RunRow } from '@/server/model/run-view'
import { whereItIs } from './where-it-is'

export interface RunsTableProps {
  readonly rows: readonly RunRow[]
  readonly selection?: TableSelection
  readonly sort?: TableSort
  readonly onSortChange?: (sort: TableSort) => void
  readonly empty?: ReactNode
}

export function RunsTable({ rows, ...table }: RunsTableProps) {
  const router = useRouter()
  return (
    <DataTable
      label="Executions"
      columns={COLUMNS}
      rows={rows}
      rowId={(run) => run.workflowId}
      onOpen={(run) => router.push(`/executions/${run.workflowId}`)}
      {...table}
    />
  )
}

const TONE = { plain: 'text-text-2', failed: 'text-status-failed', 'timed-out': 'text-status-timed-out' }

const COLUMNS: readonly DataColumn<RunRow>[] = [
  { id: 'status', header: 'Status', width: '124px', cell: (run) => <StatusChip status={run.status} /> },
  { id: 'workflow', header: 'Workflow', flexible: true, cell: (run) => <Name run={run} /> },
  { id: 'where', header: 'Where it is', wideOnly: true, cell: (run) => <WhereItIs run={run} /> },
  {
    id: 'correlation',
    header: 'Correlation',
    wideOnly: true,
    cell: (run) => <span className="font-mono text-sm text-text-2">{run.correlationId}</span>,
  },
  {
    id: 'duration',
    header: 'Duration',
    wideOnly: true,
    align: 'right',
    sortable: true,
    width: '110px',
    cell: (run) => <Duration run={run} />,
  },
  {
    id: 'created',
    header: 'Started',
    align: 'right',
    sortable: true,
    width: '120px',
    cell: (run) => (
      <time
        className="text-text-2"
        title={formatInstant(run.createTime)}
        dateTime={new Date(run.createTime).toISOString()}
      >
        {formatAgo(run.createTime, Date.now())}
      </time>
    ),
  },
]

function Name({ run }: { readonly run: RunRow }) {
  return (
    <Link href={`/executions/${run.workflowId}`} className="group flex items-baseline gap-2">
      <span className="truncate font-medium group-hover:underline">{run.workflowName}</span>
      <span className="text-text-2">v{run.workflowVersion}</span>
      <span className="font-mono text-xs text-text-3 max-md:hidden">{shortId(run.workflowId)}</span>
    </Link>
  )
}

function WhereItIs({ run }: { readonly run: RunRow }) {
  const { text, tone } = whereItIs(run)
  return <span className={cn('block truncate', TONE[tone])}>{text}</span>
}

function Duration({ run }: { readonly run: RunRow }) {
  if (run.endTime > 0) return formatDuration(run.endTime - run.createTime)
  return <OpenDuration since={run.createTime} />
}

function OpenDuration({ since }: { readonly since: number }) {
  return formatTicking(useWallClock(1_000) - since)
}
