'use client'

import { useEffect, useState } from 'react'
import { sectionAt } from './section-at'

const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Which section of the page is being read. The one that the address names stays in place and is the current one,
 * whatever is loaded above it or too short below it, until somebody moves the page.
 */
export function useCurrentSection(anchors: readonly string[]): string | null {
  const [current, setCurrent] = useState(anchors[0] ?? null)
  const names = anchors.join(' ')

  useEffect(() => {
    const page = document.getElementById(names.split(' ')[0] ?? '')?.closest('main')
    if (!page) return
    const tops = () =>
      names.split(' ').flatMap((anchor) => {
        const section = document.getElementById(anchor)
        return section ? [{ anchor, top: section.getBoundingClientRect().top - page.getBoundingClientRect().top }] : []
      })
    const named = () => names.split(' ').find((anchor) => anchor === window.location.hash.slice(1)) ?? null
    let wanted = named()
    const look = () => {
      if (wanted !== null) return setCurrent(wanted)
      const isAtEnd = page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 1
      setCurrent(sectionAt(tops(), isAtEnd))
    }
    const settle = () => {
      if (wanted !== null) document.getElementById(wanted)?.scrollIntoView()
      look()
    }
    const follow = () => {
      wanted = named()
      settle()
    }
    const letGo = () => {
      wanted = null
    }
    const resized = new ResizeObserver(settle)
    for (const anchor of names.split(' ')) {
      const section = document.getElementById(anchor)
      if (section) resized.observe(section)
    }
    page.addEventListener('scroll', look, { passive: true })
    window.addEventListener('hashchange', follow)
    for (const hand of HANDS) window.addEventListener(hand, letGo, { passive: true })
    return () => {
      resized.disconnect()
      window.removeEventListener('hashchange', follow)
      page.removeEventListener('scroll', look)
      for (const hand of HANDS) window.removeEventListener(hand, letGo)
    }
  }, [names])

  return current
}
