import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export interface StepProps {
  readonly number: number
  readonly title: string
  readonly note: string
  readonly isDone?: boolean
  readonly isNext?: boolean
  readonly action?: ReactNode
}

export function Step({ number, title, note, isDone = false, isNext = false, action }: StepProps) {
  return (
    <li
      aria-current={isNext ? 'step' : undefined}
      className={cn('flex min-h-[60px] flex-1 items-center gap-3 px-4 py-2.5', isNext && 'bg-accent-faint')}
    >
      <span
        className={cn(
          'inline-flex size-5 shrink-0 items-center justify-center rounded-full text-xs font-semibold',
          isDone && 'bg-status-completed text-surface',
          !isDone && isNext && 'bg-accent text-accent-contrast',
          !isDone && !isNext && 'border border-border-strong text-text-2',
        )}
      >
        {isDone ? <Check className="size-3" strokeWidth={3} aria-hidden /> : number}
        {isDone ? <span className="sr-only">Done:</span> : null}
      </span>
      <span className="grid min-w-0 flex-1">
        <span className={cn('font-medium', isDone && !isNext && 'text-text-2')}>{title}</span>
        <span className={cn('text-sm', isNext ? 'text-text-2' : 'text-text-3')}>{note}</span>
      </span>
      {action}
    </li>
  )
}
