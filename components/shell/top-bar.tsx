'use client'

import { Search } from 'lucide-react'
import { Shortcut } from '@/components/ui/kbd'
import { AccountMenu } from './account-menu'
import { ConnectionDot } from './connection-dot'
import { NamespaceSwitcher } from './namespace-switcher'
import { PAGE_TOP_END, PAGE_TOP_START } from './page-top'
import { useShell } from './shell-state'
import { ViewOnly } from './view-only'

export function TopBar() {
  const setPaletteOpen = useShell((state) => state.setPaletteOpen)
  return (
    <header className="flex h-11 shrink-0 items-center gap-3 border-b bg-surface pr-4 pl-3 max-md:gap-2 max-md:px-2">
      <NamespaceSwitcher />
      <ViewOnly />
      <span aria-hidden className="h-4 w-px shrink-0 bg-border" />
      <div id={PAGE_TOP_START} className="flex min-w-0 flex-1 items-center gap-2" />
      <div id={PAGE_TOP_END} className="flex shrink-0 items-center gap-2 empty:hidden" />
      <span aria-hidden className="h-4 w-px shrink-0 bg-border max-md:hidden" />
      <ConnectionDot />
      <button
        type="button"
        aria-label="Search and commands"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={() => setPaletteOpen(true)}
        className="flex h-7 items-center gap-1.5 rounded-md px-1.5 text-text-2 hover:bg-surface-2 hover:text-text"
      >
        <Search className="size-4" strokeWidth={1.5} aria-hidden />
        <Shortcut keys="mod+K" className="max-xl:hidden" />
      </button>
      <AccountMenu />
    </header>
  )
}
