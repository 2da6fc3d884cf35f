'use client'

import { type ReactNode, useSyncExternalStore } from 'react'
import { cn } from './cn'

export function Kbd({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return (
    <kbd
      className={cn(
        'inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border px-1 font-sans text-xs text-text-3',
        className,
      )}
    >
      {children}
    </kbd>
  )
}

const never = () => () => undefined

/** `mod+K` reads ⌘K on a Mac and Ctrl K elsewhere. */
export function Shortcut({ keys, className }: { readonly keys: string; readonly className?: string }) {
  const isMac = useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.userAgent),
    () => true,
  )
  return <Kbd {...(className ? { className } : {})}>{shortcutText(keys, isMac)}</Kbd>
}

export function shortcutText(keys: string, isMac: boolean): string {
  const symbols: Record<string, string> = isMac
    ? { mod: '⌘', ctrl: '⌃', shift: '⇧', alt: '⌥', enter: '↵' }
    : { mod: 'Ctrl', ctrl: 'Ctrl', shift: 'Shift', alt: 'Alt', enter: '↵' }
  const parts = keys === '+' ? [keys] : keys.split('+')
  return parts.map((key) => symbols[key] ?? key).join(isMac ? '' : ' ')
}
