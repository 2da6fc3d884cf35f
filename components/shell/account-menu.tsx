'use client'

import { BookOpen, LogOut, Settings, UserRoundPlus } from 'lucide-react'
import Link from 'next/link'
import { leave } from '@/components/api/leave'
import { Menu, MenuContent, MenuItem, MenuSeparator, MenuTrigger } from '@/components/ui/menu'
import { ThemeItems } from './theme-items'
import { useMe } from './use-me'

export function AccountMenu() {
  const { data: me } = useMe()
  return (
    <Menu>
      <MenuTrigger
        aria-label={me ? `Account of ${me.name}` : 'Account'}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-surface-2 text-xs font-semibold text-text-2 hover:text-text"
      >
        {initials(me?.name ?? '')}
      </MenuTrigger>
      <MenuContent align="end" className="w-60">
        {me ? (
          <div className="grid px-2 py-1.5">
            <span className="truncate font-medium">{me.name}</span>
            <span className="truncate text-sm text-text-3">{me.isGuest ? guestNote(me.expiresAt) : me.email}</span>
          </div>
        ) : null}
        <MenuSeparator />
        {me?.isGuest ? (
          <MenuItem asChild>
            <Link href="/settings">
              <UserRoundPlus strokeWidth={1.5} aria-hidden />
              Keep this account
            </Link>
          </MenuItem>
        ) : null}
        <MenuItem asChild>
          <Link href="/settings">
            <Settings strokeWidth={1.5} aria-hidden />
            Settings
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <a href="/api-docs">
            <BookOpen strokeWidth={1.5} aria-hidden />
            API documentation
          </a>
        </MenuItem>
        <MenuSeparator />
        <ThemeItems />
        <MenuSeparator />
        <MenuItem onSelect={() => void leave()}>
          <LogOut strokeWidth={1.5} aria-hidden />
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  )
}

function guestNote(expiresAt: string | null): string {
  if (expiresAt === null) return 'Guest on this browser'
  return `Guest until ${new Date(expiresAt).toLocaleDateString('en-GB', { month: 'short', day: 'numeric' })}`
}

export function initials(name: string): string {
  const words = name
    .replace(/@.*/, '')
    .split(/[\s._-]+/)
    .filter((word) => word !== '')
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}
