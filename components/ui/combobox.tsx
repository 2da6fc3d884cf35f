'use client'

import { Command } from 'cmdk'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { cn } from './cn'
import { FIELD_STYLE } from './field-style'
import { Popover, PopoverContent, PopoverTrigger } from './popover'

export interface ComboboxOption {
  readonly value: string
  /** A second, quieter line. */
  readonly hint?: string
}

export interface ComboboxProps {
  readonly label: string
  readonly id?: string
  readonly value: string | null
  readonly onValueChange: (value: string) => void
  readonly options: readonly ComboboxOption[]
  readonly placeholder?: string
  readonly className?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

/** A select with a search, for lists too long to look through. */
export function Combobox(props: ComboboxProps) {
  const { label, id, value, onValueChange, options, placeholder, className, ...aria } = props
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <button
          id={id}
          type="button"
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-haspopup="listbox"
          {...aria}
          className={cn(
            FIELD_STYLE,
            'flex h-8 items-center read-only:bg-surface justify-between gap-2 text-left',
            className,
          )}
        >
          <span className={cn('truncate', value === null && 'text-text-2')}>{value ?? placeholder}</span>
          <ChevronsUpDown className="size-4 shrink-0 text-text-3" strokeWidth={1.5} aria-hidden />
        </button>
      </PopoverTrigger>
      <PopoverContent align="start" aria-label={label} className="w-(--radix-popover-trigger-width) min-w-64 p-0">
        <Command label={label}>
          <Command.Input
            placeholder="Search"
            className="h-9 w-full border-b bg-transparent px-3 text-base outline-none placeholder:text-text-3"
          />
          <Command.List className="max-h-72 overflow-auto p-1">
            <Command.Empty className="px-2 py-4 text-center text-text-2">Nothing of that name.</Command.Empty>
            {options.map((option) => (
              <Command.Item
                key={option.value}
                value={option.value}
                onSelect={() => {
                  onValueChange(option.value)
                  setOpen(false)
                }}
                className="grid cursor-pointer rounded-md px-2 py-1.5 data-[selected=true]:bg-surface-2"
              >
                <span className="truncate">{option.value}</span>
                {option.hint ? <span className="truncate text-sm text-text-2">{option.hint}</span> : null}
              </Command.Item>
            ))}
          </Command.List>
        </Command>
      </PopoverContent>
    </Popover>
  )
}
