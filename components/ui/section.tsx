import { type ReactNode, useId } from 'react'
import { cn } from './cn'

export interface SectionProps {
  readonly title: string
  /** The part of the address after `#` that leads here. */
  readonly anchor?: string
  readonly description?: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

/** A card with a heading: one subject of a page. */
export function Section({ title, anchor, description, action, children, className }: SectionProps) {
  const id = useId()
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className={cn('scroll-mt-6 overflow-hidden rounded-xl border bg-surface max-lg:scroll-mt-14', className)}
    >
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
