'use client'

import Link from 'next/link'
import { Fragment, type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'

export interface Crumb {
  readonly label: string
  readonly href: string
}

export interface PageTopProps {
  /** Where this page hangs, e.g. `{ label: 'Executions', href: '/executions' }`. */
  readonly crumbs?: readonly Crumb[]
  /** The page's one h1, in the top bar. */
  readonly title: string
  /** Beside the title: an id, a version, a saved state. */
  readonly detail?: ReactNode
  /** At the right: view switch, primary button. */
  readonly actions?: ReactNode
}

export const PAGE_TOP_START = 'page-top-start'
export const PAGE_TOP_END = 'page-top-end'

/** A page's own part of the top bar; render it anywhere inside the page, once. */
export function PageTop({ crumbs = [], title, detail, actions }: PageTopProps) {
  const [slots, setSlots] = useState<{ start: Element | null; end: Element | null }>()
  useEffect(() => {
    setSlots({ start: document.getElementById(PAGE_TOP_START), end: document.getElementById(PAGE_TOP_END) })
  }, [])
  useEffect(() => {
    document.title = `${title} · Conductor Playground`
  }, [title])
  if (!slots?.start || !slots.end) return null
  const start = (
    <>
      {crumbs.map((crumb) => (
        <Fragment key={crumb.href}>
          <Link href={crumb.href} className="truncate rounded-sm text-text-2 hover:text-text max-md:hidden">
            {crumb.label}
          </Link>
          <span aria-hidden className="text-text-3 max-md:hidden">
            /
          </span>
        </Fragment>
      ))}
      <h1 className="truncate font-semibold">{title}</h1>
      {detail}
    </>
  )
  return (
    <>
      {createPortal(start, slots.start)}
      {createPortal(actions, slots.end)}
    </>
  )
}
