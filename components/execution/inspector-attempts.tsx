import { cn } from '@/components/ui/cn'
import { formatDuration } from '@/components/ui/format-duration'
import { formatClock } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import type { RunTask } from '@/server/model/run-view'

export interface InspectorAttemptsProps {
  readonly rows: readonly RunTask[]
  readonly selected: string
  readonly now: number
  readonly onSelect: (taskId: string) => void
}

/** Every row of a reference: attempts and turns. Choosing one shows its data. */
export function InspectorAttempts({ rows, selected, now, onSelect }: InspectorAttemptsProps) {
  return (
    <ol className="divide-y">
      {rows.toReversed().map((row) => (
        <li key={row.taskId}>
          <button
            type="button"
            aria-current={row.taskId === selected}
            onClick={() => onSelect(row.taskId)}
            className={cn(
              'grid w-full grid-cols-[minmax(0,1fr)] gap-1 px-3.5 py-2.5 text-left hover:bg-surface-2 focus-visible:outline-offset-[-2px]',
              row.taskId === selected && 'bg-accent-soft hover:bg-accent-soft',
            )}
          >
            <span className="flex items-center gap-2">
              <span className="flex-1 font-medium">
                {row.iteration > 0 ? `Turn ${row.iteration}, attempt` : 'Attempt'} {row.retryCount + 1}
              </span>
              <span className="tabular text-text-2">
                {formatDuration((row.endTime || now) - (row.startTime || row.scheduledTime))}
              </span>
              <StatusChip status={row.status} />
            </span>
            <span className="truncate text-sm text-text-2">
              {formatClock(row.scheduledTime)}
              {row.workerId ? ` · ${row.workerId}` : ''}
              {row.reasonForIncompletion ? ` · ${row.reasonForIncompletion}` : ''}
            </span>
          </button>
        </li>
      ))}
    </ol>
  )
}
