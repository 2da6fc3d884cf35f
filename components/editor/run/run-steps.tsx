'use client'

import { displayStatus } from '@/components/canvas/node-decoration'
import { useSessionState } from '@/components/editor/session'
import { buildTimeline, type TimelineRow } from '@/components/execution/timeline-model'
import { useNow } from '@/components/execution/use-now'
import { cn } from '@/components/ui/cn'
import { STATUS_LOOK } from '@/components/ui/status'
import type { RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { useCanvasSelection } from './use-canvas-selection'

const MOST_SHOWN = 300

/** In the palette's place: what ran, in the order in which it did. */
export function RunSteps() {
  const view = useSessionState((state) => state.run?.view ?? null)
  return (
    <aside
      aria-label="Steps of the run"
      className="h-full w-[220px] max-xl:w-[180px] shrink-0 overflow-auto border-r bg-surface max-lg:hidden"
    >
      {view ? <Steps view={view} /> : null}
    </aside>
  )
}

function Steps({ view }: { readonly view: RunView }) {
  const selection = useCanvasSelection(view)
  const now = useNow(view.now, !isTerminalWorkflow(view.header.status))
  const { rows } = buildTimeline({ ...view, now })
  return (
    <ol aria-label="Timeline" className="py-1.5">
      {rows.slice(-MOST_SHOWN).map((row) => (
        <li key={row.key}>
          <Step
            row={row}
            isSelected={selection.isChosen && row.taskId !== null && row.taskId === selection.task?.taskId}
            onSelect={() => selection.select(row.ref, row.taskId)}
          />
        </li>
      ))}
    </ol>
  )
}

interface StepProps {
  readonly row: TimelineRow
  readonly isSelected: boolean
  readonly onSelect: () => void
}

function Step({ row, isSelected, onSelect }: StepProps) {
  const status = row.status ? displayStatus({ status: row.status }, row.type) : null
  const look = STATUS_LOOK[status ?? 'SCHEDULED']
  const { icon: Icon, color } = look
  return (
    <button
      type="button"
      aria-pressed={isSelected}
      onClick={onSelect}
      className={cn(
        'flex h-8 w-full items-center gap-2 px-3 text-left hover:bg-surface-2',
        isSelected && 'bg-accent-soft',
      )}
    >
      <Icon
        className="size-4 shrink-0"
        strokeWidth={1.75}
        style={{ color }}
        aria-label={status ? look.label : 'Not started'}
      />
      <span className="min-w-0 flex-1 truncate">
        {row.title}
        {row.tag ? <span className="pl-1.5 font-mono text-xs text-text-2">{row.tag}</span> : null}
      </span>
      <span className="tabular max-w-20 shrink-0 truncate text-sm text-text-2">{row.label}</span>
    </button>
  )
}
