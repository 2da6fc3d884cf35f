'use client'

import { Switch as Primitive } from 'radix-ui'
import { cn } from './cn'

export interface SwitchProps {
  /** The accessible name; leave it out only when a `<label>` points at `id`. */
  readonly label?: string
  readonly id?: string
  readonly checked: boolean
  readonly onCheckedChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly className?: string
}

export function Switch({ label, id, checked, onCheckedChange, disabled, className }: SwitchProps) {
  return (
    <Primitive.Root
      id={id}
      aria-label={label}
      checked={checked}
      onCheckedChange={onCheckedChange}
      {...(disabled ? { disabled } : {})}
      className={cn(
        'relative inline-flex h-4.5 w-8 shrink-0 items-center rounded-full border border-border-strong bg-surface-2 transition-colors duration-[120ms] after:absolute after:-inset-y-1 after:inset-x-0',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-50',
        className,
      )}
    >
      <Primitive.Thumb className="block size-3.5 translate-x-px rounded-full bg-border-strong transition-transform duration-[120ms] data-[state=checked]:translate-x-[15px] data-[state=checked]:bg-accent-contrast" />
    </Primitive.Root>
  )
}
