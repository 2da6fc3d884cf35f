'use client'

import { Ellipsis } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { fetchPart } from '@/components/ui/fetch-part'
import { useOnceTrue } from '@/components/ui/use-once-true'
import { FEEDBACK_ITEM, isCurrent, MAIN_ITEMS, type NavItem, SETTINGS_ITEM } from './nav-items'
import { useMe } from './use-me'

const PhoneMenu = dynamic(() => fetchPart(() => import('./phone-menu')).then((module) => module.PhoneMenu), {
  ssr: false,
})

const TAB_STYLE =
  'flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-1 text-xs text-text-2 focus-visible:outline-offset-[-2px]'
const IN_BAR = 4

/** The rail of a narrow screen: the four daily pages at the bottom, the others behind "More". */
export function PhoneNav() {
  const pathname = usePathname()
  const [isOpen, setOpen] = useState(false)
  const wasOpen = useOnceTrue(isOpen)
  const { data: me } = useMe()
  const others = [...MAIN_ITEMS.slice(IN_BAR), SETTINGS_ITEM, ...(me?.isOperator ? [FEEDBACK_ITEM] : [])]
  return (
    <nav aria-label="Main" className="flex h-13 shrink-0 border-t bg-surface md:hidden">
      {MAIN_ITEMS.slice(0, IN_BAR).map((item) => (
        <Tab key={item.href} item={item} pathname={pathname} />
      ))}
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className={TAB_STYLE}
        onClick={() => setOpen(true)}
      >
        <Ellipsis className="size-5" strokeWidth={1.5} aria-hidden />
        More
      </button>
      {wasOpen ? <PhoneMenu items={others} isOpen={isOpen} onClose={() => setOpen(false)} /> : null}
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
