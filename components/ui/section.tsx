import { type ReactNode, useId } from 'react'
import { cn } from './cn'

export interface SectionProps {
  readonly title: string
  readonly description?: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

/** A card with a heading: one subject of a page. */
export function Section({ title, description, action, children, className }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={cn('overflow-hidden rounded-xl border bg-surface', className)}>
      <header className="flex flex-wrap items-center justify-between gap-3 border-b px-4 py-3">
        <div className="grid min-w-0 gap-0.5">
          <h2 id={id} className="text-md font-semibold">
            {title}
          </h2>
          {description ? <p className="text-text-2">{description}</p> : null}
        </div>
        {action}
      </header>
      {children}
    </section>
  )
}
