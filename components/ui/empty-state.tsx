import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from './cn'

export interface EmptyStateProps {
  readonly icon: LucideIcon
  readonly title: string
  readonly description?: ReactNode
  /** The one thing to do next. */
  readonly action?: ReactNode
  /** A sample, a curl line. */
  readonly children?: ReactNode
  readonly className?: string
}

export function EmptyState({ icon: Icon, title, description, action, children, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        'mx-auto grid w-full max-w-lg grid-cols-[minmax(0,1fr)] justify-items-center gap-3 px-4 py-14 text-center',
        className,
      )}
    >
      <span className="inline-flex size-10 items-center justify-center rounded-lg bg-surface-2 text-text-3">
        <Icon className="size-5" strokeWidth={1.5} aria-hidden />
      </span>
      <div className="grid gap-1">
        <h2 className="text-md font-semibold">{title}</h2>
        {description ? <p className="text-text-2">{description}</p> : null}
      </div>
      {action}
      {children ? <div className="w-full text-left">{children}</div> : null}
    </div>
  )
}
