import { cn } from './cn'

/** Holds the place of what is being loaded; still, because nothing has happened yet. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={cn('rounded-md bg-surface-2', className)} />
}
