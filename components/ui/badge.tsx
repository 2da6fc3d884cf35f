import type { ReactNode } from 'react'
import { cn } from './cn'

export function Badge({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <span
      className={cn(
        'inline-flex h-5 items-center gap-1 whitespace-nowrap rounded-full border bg-surface-2 px-2 text-sm text-text-2',
        className,
      )}
    >
      {children}
    </span>
  )
}
