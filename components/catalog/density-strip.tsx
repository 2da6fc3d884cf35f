'use client'

import { formatInstant } from '@/components/ui/format-time'
import type { RunSummary } from '@/server/model/run-view'

export interface DensityStripProps {
  readonly summary: RunSummary
  readonly onPick: (from: number, to: number) => void
}

/** When the runs started: one bar per slice of time, its failed part in red. A click narrows the list to it. */
export function DensityStrip({ summary, onPick }: DensityStripProps) {
  const { buckets, to } = summary
  const most = Math.max(1, ...buckets.map((bucket) => bucket.total))
  if (buckets.length === 0) return null
  return (
    <fieldset className="ml-auto flex h-8 min-w-0 items-end gap-px max-md:hidden">
      <legend className="sr-only">Runs over time</legend>
      {buckets.map((bucket, at) => {
        const end = buckets[at + 1]?.from ?? to
        const name = `${bucket.total} runs from ${formatInstant(bucket.from)}, ${bucket.failed} failed`
        return (
          <button
            key={bucket.from}
            type="button"
            title={name}
            aria-label={name}
            disabled={bucket.total === 0}
            tabIndex={bucket.total === 0 ? -1 : 0}
            onClick={() => onPick(Math.floor(bucket.from), Math.ceil(end))}
            className="flex h-full w-2 flex-col justify-end focus-visible:outline-offset-0"
          >
            <Bar share={bucket.failed / most} color="bg-status-failed" />
            <Bar share={(bucket.total - bucket.failed) / most} color="bg-status-completed opacity-60" />
          </button>
        )
      })}
    </fieldset>
  )
}

function Bar({ share, color }: { readonly share: number; readonly color: string }) {
  return share > 0 ? (
    <span className={`block ${color}`} style={{ height: `max(2px, ${share * 100}%)` }} aria-hidden />
  ) : null
}
