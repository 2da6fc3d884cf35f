import { displayStatus } from '@/components/canvas/node-decoration'
import { cn } from '@/components/ui/cn'
import { STATUS_LOOK } from '@/components/ui/status'
import { taskIcon } from '@/components/ui/task-icon'
import type { TimelineRow } from './timeline-model'

export interface TimelineBarProps {
  readonly row: TimelineRow
  readonly endMs: number
  readonly isSelected: boolean
  readonly onSelect: (ref: string, taskId: string | null) => void
}

export function TimelineBar({ row, endMs, isSelected, onSelect }: TimelineBarProps) {
  const Icon = taskIcon(row.type)
  const status = row.status ? displayStatus({ status: row.status }, row.type) : null
  const look = status ? STATUS_LOOK[status] : null
  const end = row.work?.to ?? row.queue?.to ?? 0
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      aria-label={[row.title, row.tag, look?.label ?? 'not started', row.label].filter(Boolean).join(', ')}
      onClick={() => onSelect(row.ref, row.taskId)}
      className={cn(
        'flex h-6 w-full items-center border-b text-left hover:bg-surface-2 focus-visible:outline-offset-[-2px]',
        isSelected && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <span className="flex w-60 shrink-0 items-center gap-2 overflow-hidden pr-3 pl-3">
        <Icon className="size-3.5 shrink-0 text-text-2" strokeWidth={1.5} aria-hidden />
        <span className={cn('truncate', row.taskId === null && 'text-text-2')}>{row.title}</span>
        {row.tag ? (
          <span className={cn('shrink-[2] truncate font-mono text-xs', isSelected ? 'text-text-2' : 'text-text-3')}>
            {row.tag}
          </span>
        ) : null}
      </span>
      <span className="relative h-full flex-1 overflow-hidden" aria-hidden>
        {row.queue && row.queue.to > row.queue.from ? (
          <span
            className="absolute top-1/2 h-0 border-t-2 border-border-strong border-dotted"
            style={{ left: percent(row.queue.from, endMs), width: percent(row.queue.to - row.queue.from, endMs) }}
          />
        ) : null}
        {row.work && look ? (
          <span
            className="absolute top-1/2 h-2 min-w-1.5 -translate-y-1/2 rounded-full"
            style={{
              left: percent(row.work.from, endMs),
              width: percent(row.work.to - row.work.from, endMs),
              backgroundColor: look.color,
            }}
          />
        ) : null}
        <span
          className="tabular absolute top-1/2 -translate-y-1/2 truncate whitespace-nowrap pl-2.5 text-sm text-text-2"
          style={{ left: percent(end, endMs), maxWidth: `calc(100% - ${percent(end, endMs)})` }}
        >
          {row.label}
        </span>
      </span>
    </button>
  )
}

function percent(part: number, whole: number): string {
  return `${(part / whole) * 100}%`
}
