'use client'

import { displayStatus } from '@/components/canvas/node-decoration'
import { STATUS_LOOK } from '@/components/ui/status'
import { TaskIcon } from '@/components/ui/task-icon'
import type { RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { buildTimeline, type TimelineRow } from './timeline-model'
import { useNow } from './use-now'

export interface PhoneTimelineProps {
  readonly view: RunView
  readonly onSelect: (ref: string, taskId: string | null) => void
}

const PAGE = 200

/** The timeline where there is no room for an axis: one tall row per attempt with its share of the whole run. */
export function PhoneTimeline({ view, onSelect }: PhoneTimelineProps) {
  const now = useNow(view.now, !isTerminalWorkflow(view.header.status))
  const { rows, spanMs } = buildTimeline({ ...view, now })
  return (
    <ol aria-label="Timeline" className="bg-surface">
      {rows.slice(-PAGE).map((row) => (
        <li key={row.key}>
          <PhoneRow row={row} spanMs={spanMs} onSelect={onSelect} />
        </li>
      ))}
    </ol>
  )
}

interface PhoneRowProps {
  readonly row: TimelineRow
  readonly spanMs: number
  readonly onSelect: PhoneTimelineProps['onSelect']
}

function PhoneRow({ row, spanMs, onSelect }: PhoneRowProps) {
  const status = row.status ? displayStatus({ status: row.status }, row.type) : null
  const look = STATUS_LOOK[status ?? 'SCHEDULED']
  const { icon: Icon, color } = look
  const bar = row.work ?? row.queue
  return (
    <button
      type="button"
      onClick={() => onSelect(row.ref, row.taskId)}
      className="flex w-full items-center gap-3 border-b px-4 py-3 text-left"
    >
      <TaskIcon type={row.type} size={32} />
      <span className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)] gap-2">
        <span className="flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-md font-medium">
            {row.title}
            {row.tag ? <span className="pl-2 font-mono text-xs font-normal text-text-3">{row.tag}</span> : null}
          </span>
          <span className="tabular max-w-32 truncate text-text-2">{row.label}</span>
          <Icon
            className="size-4 shrink-0"
            strokeWidth={1.75}
            style={{ color }}
            aria-label={status ? look.label : 'Not started'}
          />
        </span>
        <span className="relative h-1 overflow-hidden rounded-full bg-surface-2" aria-hidden>
          {bar ? (
            <span
              className="absolute inset-y-0 min-w-1.5 rounded-full"
              style={{
                left: `${(bar.from / spanMs) * 97}%`,
                width: `${((bar.to - bar.from) / spanMs) * 100}%`,
                backgroundColor: color,
              }}
            />
          ) : null}
        </span>
      </span>
    </button>
  )
}
