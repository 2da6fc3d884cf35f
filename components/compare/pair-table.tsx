import { displayStatus } from '@/components/canvas/node-decoration'
import { taskKind } from '@/components/execution/describe-task'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn } from '@/components/ui/data-table-model'
import { formatDuration } from '@/components/ui/format-duration'
import { StatusChip } from '@/components/ui/status-chip'
import { TaskIcon } from '@/components/ui/task-icon'
import type { RunTask, RunView } from '@/server/model/run-view'
import type { Pair } from './align-runs'
import { DIFFERENCE_WORDS, titleOf } from './difference-words'

export interface PairTableProps {
  readonly pairs: readonly Pair[]
  readonly views: { readonly left: RunView; readonly right: RunView }
  readonly shown: string | null
  readonly onShow: (ref: string) => void
}

/** Step by step: what each run made of it. */
export function PairTable({ pairs, views, shown, onShow }: PairTableProps) {
  return (
    <DataTable
      label="Steps of both runs"
      columns={columns(views, shown, onShow)}
      rows={pairs}
      rowId={(pair) => pair.ref}
      onOpen={(pair) => onShow(pair.ref)}
      empty={<p className="p-6 text-text-2">Neither has scheduled a task.</p>}
    />
  )
}

function columns(
  { left, right }: PairTableProps['views'],
  shown: string | null,
  onShow: (ref: string) => void,
): readonly DataColumn<Pair>[] {
  return [
    {
      id: 'step',
      header: 'Step',
      flexible: true,
      cell: (pair) => {
        const task = pair.left ?? pair.right
        const view = pair.left ? left : right
        return (
          <button
            type="button"
            aria-pressed={pair.ref === shown}
            className="flex max-w-full items-center gap-2 aria-pressed:text-accent"
            onClick={() => onShow(pair.ref)}
          >
            {task ? <TaskIcon type={taskKind(view.definition, task)} /> : null}
            <span className="truncate font-medium">{titleOf(pair, left, right)}</span>
            <span className="truncate font-mono text-xs text-text-3 max-md:hidden">{pair.ref}</span>
          </button>
        )
      },
    },
    { id: 'left', header: 'Left', width: '210px', cell: (pair) => <Side task={pair.left} now={left.now} /> },
    { id: 'right', header: 'Right', width: '210px', cell: (pair) => <Side task={pair.right} now={right.now} /> },
    {
      id: 'differs',
      header: 'Differs in',
      wideOnly: true,
      cell: ({ differences }) => (
        <span className="flex gap-1.5">
          {differences.map((one) => (
            <Badge key={one}>{DIFFERENCE_WORDS[one]}</Badge>
          ))}
        </span>
      ),
    },
  ]
}

function Side({ task, now }: { readonly task: RunTask | null; readonly now: number }) {
  if (task === null) return <span className="text-text-3">not run</span>
  return (
    <span className="flex items-center gap-2">
      <StatusChip status={displayStatus({ status: task.status }, task.taskType) ?? task.status} />
      <span className="tabular text-text-2 max-md:hidden">
        {formatDuration((task.endTime || now) - (task.startTime || task.scheduledTime))}
      </span>
    </span>
  )
}
