import { cn } from '@/components/ui/cn'

/** Two tracks, one switch between them. */
export function Logo({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden
      className={cn(
        'inline-flex size-7 items-center justify-center rounded-lg bg-accent text-accent-contrast',
        className,
      )}
    >
      <svg viewBox="0 0 20 20" className="size-5" fill="none" stroke="currentColor" strokeWidth="1.75" aria-hidden>
        <path d="M5.5 4.5v11M5.5 11c5 0 9-1 9-6.5M9 10.6c3 .5 5.5 1.4 5.5 4.9" strokeLinecap="round" />
        <g fill="currentColor" stroke="none">
          <circle cx="5.5" cy="4.2" r="1.9" />
          <circle cx="5.5" cy="15.8" r="1.9" />
          <circle cx="14.5" cy="4.2" r="1.9" />
          <circle cx="14.5" cy="15.8" r="1.9" />
        </g>
      </svg>
    </span>
  )
}
