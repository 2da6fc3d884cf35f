'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Tooltip } from '@/components/ui/tooltip'
import { isCurrent, type NavItem } from './nav-items'

export const RAIL_ENTRY_STYLE =
  'flex h-8 w-full items-center gap-2.5 overflow-hidden whitespace-nowrap rounded-lg pl-[7px] text-left text-text-2 transition-colors duration-[120ms] hover:bg-surface-2 hover:text-text'

export interface RailEntryProps {
  readonly item: NavItem
  readonly pathname: string
  readonly isWide: boolean
}

export function RailEntry({ item, pathname, isWide }: RailEntryProps) {
  const { href, label, icon: Icon } = item
  const current = isCurrent(href, pathname)
  return (
    <RailLabel label={label} isWide={isWide}>
      <Link
        href={href}
        aria-current={current ? 'page' : undefined}
        className={cn(RAIL_ENTRY_STYLE, current && 'bg-accent-soft text-accent hover:bg-accent-soft hover:text-accent')}
      >
        <Icon className="size-[18px] shrink-0" strokeWidth={1.5} aria-hidden />
        <span className={cn(isWide ? 'truncate' : 'sr-only')}>{label}</span>
      </Link>
    </RailLabel>
  )
}

interface RailLabelProps {
  readonly label: string
  readonly isWide: boolean
  readonly children: ReactNode
}

/** A tooltip only where the word itself is not shown. */
export function RailLabel({ label, isWide, children }: RailLabelProps) {
  if (isWide) return children
  return (
    <Tooltip content={label} side="right">
      {children}
    </Tooltip>
  )
}
