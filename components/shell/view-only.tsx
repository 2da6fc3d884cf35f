'use client'

import { Eye } from 'lucide-react'
import { useMayEdit } from './use-me'

const REASON = 'You are a viewer of this namespace: running and changing need the editor role. An owner can give it.'

/** Why the buttons of an editor are missing, said once for all pages. */
export function ViewOnly() {
  if (useMayEdit()) return null
  return (
    <p title={REASON} className="inline-flex shrink-0 items-center gap-1.5 text-sm text-text-2">
      <Eye className="size-4" strokeWidth={1.5} aria-hidden />
      <span className="max-md:sr-only">View only</span>
      <span className="sr-only">. {REASON}</span>
    </p>
  )
}
