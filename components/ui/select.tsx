'use client'

import { Check, ChevronDown } from 'lucide-react'
import { Select as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

export interface SelectOption<Value extends string = string> {
  readonly value: Value
  readonly label: ReactNode
  readonly disabled?: boolean
}

export interface SelectProps<Value extends string> {
  /** The accessible name; leave it out only when a `<label>` points at `id`. */
  readonly label?: string
  readonly id?: string
  readonly value: Value | undefined
  readonly onValueChange: (value: Value) => void
  readonly options: readonly SelectOption<Value>[]
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly className?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, id, value, onValueChange, options, placeholder, disabled, className, ...aria } = props
  return (
    <Primitive.Root
      value={value ?? ''}
      onValueChange={(next) => onValueChange(next as Value)}
      {...(disabled ? { disabled } : {})}
    >
      <Primitive.Trigger
        id={id}
        aria-label={label}
        {...aria}
        className={cn(
          'inline-flex h-8 items-center justify-between gap-2 rounded-md border border-border-strong bg-surface px-2.5 text-base text-text data-placeholder:text-text-3 disabled:opacity-60 aria-invalid:border-status-failed',
          className,
        )}
      >
        <span className="truncate">
          <Primitive.Value placeholder={placeholder} />
        </span>
        <ChevronDown className="size-4 shrink-0 text-text-3" strokeWidth={1.5} aria-hidden />
      </Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-enter overflow-auto rounded-lg border bg-surface p-1 shadow-float"
        >
          <Primitive.Viewport>
            {options.map((option) => (
              <Primitive.Item
                key={option.value}
                value={option.value}
                {...(option.disabled ? { disabled: true } : {})}
                className="flex h-7 select-none items-center gap-2 rounded-md pr-2 pl-7 text-base text-text outline-none data-disabled:opacity-50 data-highlighted:bg-surface-2"
              >
                <Primitive.ItemIndicator className="absolute left-2.5">
                  <Check className="size-4 text-accent" strokeWidth={1.5} aria-hidden />
                </Primitive.ItemIndicator>
                <Primitive.ItemText>{option.label}</Primitive.ItemText>
              </Primitive.Item>
            ))}
          </Primitive.Viewport>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
