'use client'

import { MessageSquareHeart } from 'lucide-react'
import Link from 'next/link'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { NavItem } from './nav-items'
import { useShell } from './shell-state'

export interface PhoneMenuProps {
  readonly items: readonly NavItem[]
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Behind "More": the pages that have no place in the bar. */
export function PhoneMenu({ items, isOpen, onClose }: PhoneMenuProps) {
  const setFeedbackOpen = useShell((state) => state.setFeedbackOpen)
  return (
    <Sheet open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <SheetContent title="More" side="bottom">
        <ul className="p-2 pb-6">
          {items.map(({ href, label, icon: Icon }) => (
            <li key={href}>
              <Link href={href} onClick={onClose} className="flex h-11 items-center gap-3 rounded-lg px-3 text-md">
                <Icon className="size-5 text-text-2" strokeWidth={1.5} aria-hidden />
                {label}
              </Link>
            </li>
          ))}
          <li>
            <button
              type="button"
              onClick={() => {
                onClose()
                setFeedbackOpen(true)
              }}
              className="flex h-11 w-full items-center gap-3 rounded-lg px-3 text-md"
            >
              <MessageSquareHeart className="size-5 text-text-2" strokeWidth={1.5} aria-hidden />
              Send feedback
            </button>
          </li>
        </ul>
      </SheetContent>
    </Sheet>
  )
}
