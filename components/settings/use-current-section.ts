'use client'

import { useEffect, useState } from 'react'
import { sectionAt } from './section-at'

const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Which section of the page is being read. A page that was opened with a section in its address stays there while what
 * stands above is loaded, until somebody moves it.
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
    const look = () => {
      const isAtEnd = page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 1
      setCurrent(sectionAt(tops(), isAtEnd))
    }
    let wanted = names.split(' ').includes(window.location.hash.slice(1)) ? window.location.hash.slice(1) : null
    const settle = () => {
      if (wanted !== null) document.getElementById(wanted)?.scrollIntoView()
      look()
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
    for (const hand of HANDS) window.addEventListener(hand, letGo, { passive: true })
    return () => {
      resized.disconnect()
      page.removeEventListener('scroll', look)
      for (const hand of HANDS) window.removeEventListener(hand, letGo)
    }
  }, [names])

  return current
}
