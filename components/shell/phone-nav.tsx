'use client'

import { Ellipsis, MessageSquareHeart } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet'
import { FEEDBACK_ITEM, isCurrent, MAIN_ITEMS, type NavItem, SETTINGS_ITEM } from './nav-items'
import { useShell } from './shell-state'
import { useMe } from './use-me'

const TAB_STYLE =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-xs text-text-2 focus-visible:outline-offset-[-2px]'
const IN_BAR = 4

/** The rail of a narrow screen: the four daily pages at the bottom, the others behind "More". */
export function PhoneNav() {
  const pathname = usePathname()
  const [isOpen, setOpen] = useState(false)
  const setFeedbackOpen = useShell((state) => state.setFeedbackOpen)
  const { data: me } = useMe()
  const others = [...MAIN_ITEMS.slice(IN_BAR), SETTINGS_ITEM, ...(me?.isOperator ? [FEEDBACK_ITEM] : [])]
  return (
    <nav aria-label="Main" className="flex h-13 shrink-0 border-t bg-surface md:hidden">
      {MAIN_ITEMS.slice(0, IN_BAR).map((item) => (
        <Tab key={item.href} item={item} pathname={pathname} />
      ))}
      <Sheet open={isOpen} onOpenChange={setOpen}>
        <SheetTrigger className={TAB_STYLE}>
          <Ellipsis className="size-5" strokeWidth={1.5} aria-hidden />
          More
        </SheetTrigger>
        <SheetContent title="More" side="bottom">
          <ul className="p-2 pb-6">
            {others.map(({ href, label, icon: Icon }) => (
              <li key={href}>
                <Link
                  href={href}
                  onClick={() => setOpen(false)}
                  className="flex h-11 items-center gap-3 rounded-lg px-3 text-md"
                >
                  <Icon className="size-5 text-text-2" strokeWidth={1.5} aria-hidden />
                  {label}
                </Link>
              </li>
            ))}
            <li>
              <button
                type="button"
                onClick={() => {
                  setOpen(false)
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
    </nav>
  )
}

function Tab({ item, pathname }: { readonly item: NavItem; readonly pathname: string }) {
  const { href, label, icon: Icon } = item
  const current = isCurrent(href, pathname)
  return (
    <Link href={href} aria-current={current ? 'page' : undefined} className={cn(TAB_STYLE, current && 'text-accent')}>
      <Icon className="size-5 shrink-0" strokeWidth={1.5} aria-hidden />
      <span className="max-w-full truncate">{label.replace(' Workflow', '')}</span>
    </Link>
  )
}
