'use client'

import { Command } from 'cmdk'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

export const GROUP_STYLE =
  '[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-text-3'

export interface PaletteItemProps {
  readonly icon: LucideIcon
  readonly onSelect: () => void
  /** What it is found by; the words on it when left out. */
  readonly value?: string
  readonly children: ReactNode
}

export function PaletteItem({ icon: Icon, onSelect, value, children }: PaletteItemProps) {
  return (
    <Command.Item
      onSelect={onSelect}
      {...(value === undefined ? {} : { value })}
      className="flex h-8 cursor-default select-none items-center gap-2.5 rounded-md px-2.5 data-[selected=true]:bg-surface-2"
    >
      <Icon className="size-4 shrink-0 text-text-3" strokeWidth={1.5} aria-hidden />
      {children}
    </Command.Item>
  )
}
