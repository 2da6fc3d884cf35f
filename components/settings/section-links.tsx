'use client'

import { useEffect, useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { useCurrentSection } from './use-current-section'

export interface SectionLink {
  readonly anchor: string
  readonly title: string
}

/** The contents of a long page: beside it where there is room, above it elsewhere. */
export function SectionLinks({ sections }: { readonly sections: readonly SectionLink[] }) {
  const current = useCurrentSection(sections.map(({ anchor }) => anchor))
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>(`[href="#${current}"]`)
    if (link) list.current?.scrollTo({ left: link.offsetLeft - list.current.clientWidth / 2 + link.clientWidth / 2 })
  }, [current])
  return (
    <nav
      aria-label="Settings"
      className="sticky top-0 z-10 bg-canvas max-lg:-mx-4 max-lg:border-b lg:max-h-dvh lg:self-start lg:pt-6"
    >
      <ul ref={list} className="relative flex gap-1 overflow-x-auto max-lg:px-3 max-lg:py-1.5 lg:flex-col">
        {sections.map(({ anchor, title }) => (
          <li key={anchor} className="shrink-0">
            <a
              href={`#${anchor}`}
              aria-current={anchor === current ? 'location' : undefined}
              className={cn(
                'flex h-7 items-center whitespace-nowrap rounded-md px-2.5 text-text-2 hover:bg-surface-2 hover:text-text focus-visible:outline-offset-[-2px]',
                anchor === current && 'bg-accent-faint font-medium text-accent hover:text-accent',
              )}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
