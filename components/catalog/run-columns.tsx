import Link from 'next/link'
import { reasonLine } from '@/components/execution/plain-reason'
import { shortId } from '@/components/execution/short-id'
import { useWallClock } from '@/components/execution/use-now'
import { cn } from '@/components/ui/cn'
import type { DataColumn } from '@/components/ui/data-table-model'
import { formatDuration, formatTicking } from '@/components/ui/format-duration'
import { formatAgo, formatInstant } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import { RUN_COLUMNS, type RunColumn } from '@/server/model/run-list'
import type { RunRow } from '@/server/model/run-view'
import { whereItIs } from './where-it-is'

export const RUN_COLUMN_NAMES: Readonly<Record<RunColumn, string>> = {
  status: 'Status',
  id: 'Id',
  where: 'Where it is',
  tasks: 'Tasks',
  reason: 'Reason',
  correlation: 'Correlation',
  parent: 'Parent',
  createdBy: 'Started by',
  duration: 'Duration',
  ended: 'Ended',
  created: 'Started',
}

const TONE = { plain: 'text-text-2', failed: 'text-status-failed', 'timed-out': 'text-status-timed-out' }
const MONO = 'font-mono text-sm text-text-2'

type Look = Omit<DataColumn<RunRow>, 'id' | 'header'>

const LOOKS: Readonly<Record<RunColumn, Look>> = {
  status: { width: '124px', cell: (run) => <StatusChip status={run.status} /> },
  id: { wideOnly: true, cell: (run) => <span className={MONO}>{run.workflowId}</span> },
  where: { wideOnly: true, share: 44, cell: (run) => <WhereItIs run={run} /> },
  tasks: { wideOnly: true, align: 'right', cell: (run) => `${run.doneCount} of ${run.taskCount}` },
  reason: {
    wideOnly: true,
    share: 26,
    cell: ({ reasonForIncompletion: reason }) => (reason ? <span title={reason}>{reasonLine(reason)}</span> : null),
  },
  correlation: { deskOnly: true, cell: (run) => <span className={MONO}>{run.correlationId}</span> },
  parent: { wideOnly: true, cell: (run) => <Parent id={run.parentWorkflowId} /> },
  createdBy: { wideOnly: true, cell: (run) => <span className="text-text-2">{run.createdBy}</span> },
  duration: { wideOnly: true, align: 'right', sortable: true, width: '110px', cell: (run) => <Duration run={run} /> },
  ended: { wideOnly: true, align: 'right', width: '120px', cell: (run) => <Ago time={run.endTime} /> },
  created: { align: 'right', sortable: true, width: '120px', cell: (run) => <Ago time={run.createTime} /> },
}

const WORKFLOW: DataColumn<RunRow> = {
  id: 'workflow',
  header: 'Workflow',
  flexible: true,
  share: 32,
  cell: (run) => <Name run={run} />,
}

/** The chosen columns in their one order; which run it is always stands there, after its status. */
export function runColumns(chosen: readonly RunColumn[]): readonly DataColumn<RunRow>[] {
  const columns = RUN_COLUMNS.filter((id) => chosen.includes(id)).map(
    (id): DataColumn<RunRow> => ({
      id,
      header: RUN_COLUMN_NAMES[id],
      ...LOOKS[id],
    }),
  )
  return columns.toSpliced(chosen.includes('status') ? 1 : 0, 0, WORKFLOW)
}

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

function Parent({ id }: { readonly id: RunRow['parentWorkflowId'] }) {
  if (id === null) return null
  return (
    <Link href={`/executions/${id}`} className="font-mono text-sm text-text-2 hover:underline">
      {shortId(id)}
    </Link>
  )
}

function Duration({ run }: { readonly run: RunRow }) {
  if (run.endTime > 0) return formatDuration(run.endTime - run.createTime)
  return <OpenDuration since={run.createTime} />
}

function OpenDuration({ since }: { readonly since: number }) {
  return formatTicking(useWallClock(1_000) - since)
}

/** How long ago; empty for what has not happened yet. */
function Ago({ time }: { readonly time: number }) {
  if (time === 0) return null
  return (
    <time className="text-text-2" title={formatInstant(time)} dateTime={new Date(time).toISOString()}>
      {formatAgo(time, Date.now())}
    </time>
  )
}
