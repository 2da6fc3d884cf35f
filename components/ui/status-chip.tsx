import { cn } from './cn'
import { type DisplayStatus, STATUS_LOOK } from './status'

export interface StatusChipProps {
  readonly status: DisplayStatus
  /** Replaces the status's own word. */
  readonly label?: string
  readonly className?: string
}

export function StatusChip({ status, label, className }: StatusChipProps) {
  const { icon: Icon, color, label: word } = STATUS_LOOK[status]
  return (
    <span
      data-status={status}
      className={cn(
        'inline-flex h-5 w-fit items-center gap-1 whitespace-nowrap rounded-full px-2 text-sm font-medium',
        className,
      )}
      style={{ color, backgroundColor: `color-mix(in srgb, ${color} 8%, var(--surface))` }}
    >
      <Icon className="size-3.5" strokeWidth={1.75} aria-hidden />
      {label ?? word}
    </span>
  )
}
