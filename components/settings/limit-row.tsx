import { cn } from '@/components/ui/cn'

export interface LimitRowProps {
  /** As refusals and settings call it. */
  readonly name: string
  readonly label: string
  readonly limit: number | null
  /** Null where nothing is counted up. */
  readonly used: number | null
  readonly text: (value: number) => string
}

const NEARLY = 0.8

export function LimitRow({ name, label, limit, used, text }: LimitRowProps) {
  const share = limit === null || used === null ? null : Math.min(1, used / limit)
  return (
    <div className="flex min-h-9 items-center gap-3 px-4 py-1.5">
      <dt className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
        {label}
        <code className="font-mono text-xs text-text-3">{name}</code>
      </dt>
      {share === null ? null : (
        <span aria-hidden className="h-1 w-24 overflow-hidden rounded-full bg-surface-2 max-sm:hidden">
          <span
            className={cn(
              'block h-full rounded-full',
              share >= NEARLY ? 'bg-status-completed-with-errors' : 'bg-status-completed',
            )}
            style={{ width: `${share * 100}%` }}
          />
        </span>
      )}
      <dd className="shrink-0 text-right text-text-2 tabular">
        {used === null ? '' : `${text(used)} ${limit === null ? 'in use, ' : 'of '}`}
        {limit === null ? 'unlimited' : text(limit)}
      </dd>
    </div>
  )
}
