'use client'

import { MessageSquareHeart, PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { cn } from '@/components/ui/cn'
import { Logo } from './logo'
import { FEEDBACK_ITEM, MAIN_ITEMS, SETTINGS_ITEM } from './nav-items'
import { RAIL_ENTRY_STYLE, RailEntry, RailLabel } from './rail-entry'
import { useShell } from './shell-state'
import { useMe } from './use-me'

/** The way to every page: icons alone, or with their words. */
export function Rail() {
  const pathname = usePathname()
  const { isRailWide, toggleRail, setFeedbackOpen } = useShell()
  const { data: me } = useMe()
  useEffect(() => void useShell.persist.rehydrate(), [])
  return (
    <nav
      aria-label="Main"
      className={cn(
        'flex shrink-0 flex-col gap-1 border-r bg-surface px-2 pb-3 transition-[width] duration-[180ms] ease-enter max-md:hidden',
        isRailWide ? 'w-56' : 'w-12',
      )}
    >
      <Link href="/" aria-label="Conductor Playground, home" className="mb-2 flex h-11 items-center gap-2.5 pl-0.5">
        <Logo />
        {isRailWide ? <span className="truncate font-semibold">Conductor Playground</span> : null}
      </Link>
      {MAIN_ITEMS.map((item) => (
        <RailEntry key={item.href} item={item} pathname={pathname} isWide={isRailWide} />
      ))}
      <span className="flex-1" />
      {me?.isOperator ? <RailEntry item={FEEDBACK_ITEM} pathname={pathname} isWide={isRailWide} /> : null}
      <RailLabel label="Send feedback" isWide={isRailWide}>
        <button type="button" className={RAIL_ENTRY_STYLE} onClick={() => setFeedbackOpen(true)}>
          <MessageSquareHeart className="size-[18px] shrink-0" strokeWidth={1.5} aria-hidden />
          <span className={cn(!isRailWide && 'sr-only')}>Send feedback</span>
        </button>
      </RailLabel>
      <RailEntry item={SETTINGS_ITEM} pathname={pathname} isWide={isRailWide} />
      <RailLabel label="Expand" isWide={isRailWide}>
        <button type="button" aria-expanded={isRailWide} className={RAIL_ENTRY_STYLE} onClick={toggleRail}>
          {isRailWide ? (
            <PanelLeftClose className="size-[18px] shrink-0" strokeWidth={1.5} aria-hidden />
          ) : (
            <PanelLeftOpen className="size-[18px] shrink-0" strokeWidth={1.5} aria-hidden />
          )}
          <span className={cn(!isRailWide && 'sr-only')}>{isRailWide ? 'Collapse' : 'Expand'}</span>
        </button>
      </RailLabel>
    </nav>
  )
}
