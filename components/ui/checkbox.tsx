'use client'

import { Check, Minus } from 'lucide-react'
import { Checkbox as Primitive } from 'radix-ui'
import { cn } from './cn'

export interface CheckboxProps {
  /** The accessible name; leave it out only when a `<label>` points at `id`. */
  readonly label?: string
  readonly id?: string
  readonly checked: boolean | 'indeterminate'
  readonly onCheckedChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly className?: string
}

/** 16 px to look at, 24 px to hit. */
export function Checkbox({ label, id, checked, onCheckedChange, disabled, className }: CheckboxProps) {
  return (
    <Primitive.Root
      id={id}
      aria-label={label}
      checked={checked}
      onCheckedChange={(next) => onCheckedChange(next === true)}
      {...(disabled ? { disabled } : {})}
      className={cn(
        'relative inline-flex size-4 shrink-0 items-center align-middle justify-center rounded-sm border border-border-strong bg-surface text-accent-contrast after:absolute after:-inset-1',
        'data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent disabled:opacity-50',
        className,
      )}
    >
      <Primitive.Indicator>
        {checked === 'indeterminate' ? (
          <Minus className="size-3" strokeWidth={2.5} aria-hidden />
        ) : (
          <Check className="size-3" strokeWidth={2.5} aria-hidden />
        )}
      </Primitive.Indicator>
    </Primitive.Root>
  )
}
