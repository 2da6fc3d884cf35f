'use client'

import { ToggleGroup as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn'

export interface SegmentedProps<Value extends string> {
  /** The accessible name of the group. */
  readonly label: string
  readonly value: Value
  readonly onValueChange: (value: Value) => void
  readonly options: readonly { readonly value: Value; readonly label: ReactNode }[]
  readonly className?: string
}

/** One choice among a few, all visible. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, value, onValueChange, options, className } = props
  return (
    <Primitive.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => next && onValueChange(next as Value)}
      className={cn('inline-flex h-7 shrink-0 items-stretch overflow-hidden rounded-md border bg-surface', className)}
    >
      {options.map((option) => (
        <Primitive.Item
          key={option.value}
          value={option.value}
          className="px-2.5 text-base text-text-2 hover:text-text focus-visible:outline-offset-[-2px] data-[state=on]:bg-surface-2 data-[state=on]:font-medium data-[state=on]:text-text"
        >
          {option.label}
        </Primitive.Item>
      ))}
    </Primitive.Root>
  )
}
