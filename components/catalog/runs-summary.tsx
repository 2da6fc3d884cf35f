'use client'

import { cn } from '@/components/ui/cn'
import { STATUS_LOOK } from '@/components/ui/status'
import type { RunSummary } from '@/server/model/run-view'
import { WORKFLOW_STATUSES } from '@/server/model/status'
import { DensityStrip } from './density-strip'
import type { RunChips } from './use-run-filter'

export interface RunsSummaryProps {
  readonly summary: RunSummary
  readonly chips: RunChips
  readonly onChange: (chips: Partial<RunChips>) => void
}

/** How many runs in each status, each a filter, and when they started. */
export function RunsSummary({ summary, chips, onChange }: RunsSummaryProps) {
  const { counts } = summary
  const all = Object.values(counts).reduce((total, count) => total + count, 0)
  return (
    <div className="flex items-end gap-4 px-4 pb-1">
      <div className="flex gap-x-3 max-md:flex-wrap md:shrink-0">
        <Count
          amount={all}
          label="all"
          color="var(--text)"
          isOn={chips.status.length === 0}
          onClick={() => onChange({ status: [] })}
        />
        {WORKFLOW_STATUSES.filter((status) => counts[status]).map((status) => (
          <Count
            key={status}
            amount={counts[status] ?? 0}
            label={STATUS_LOOK[status].label.toLowerCase()}
            color={STATUS_LOOK[status].color}
            isOn={chips.status.includes(status)}
            onClick={() => onChange({ status: [status] })}
          />
        ))}
      </div>
      <DensityStrip summary={summary} onPick={(from, to) => onChange({ since: null, from, to })} />
    </div>
  )
}

interface CountProps {
  readonly amount: number
  readonly label: string
  readonly color: string
  readonly isOn: boolean
  readonly onClick: () => void
}

function Count({ amount, label, color, isOn, onClick }: CountProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className={cn(
        '-mx-1 grid rounded-md px-1 py-0.5 text-left hover:bg-surface-2',
        isOn && label !== 'all' && 'bg-surface-2',
      )}
    >
      <span className="tabular text-lg font-semibold leading-5" style={{ color }}>
        {amount.toLocaleString('en-US')}
      </span>
      <span className="text-xs text-text-2">{label}</span>
    </button>
  )
}
