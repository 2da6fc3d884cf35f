'use client'

import { useMemo } from 'react'
import { describeExpression } from '@/components/graph/scope/describe-expression'
import { markersIn } from '@/components/graph/scope/marker-at'
import { cn } from '@/components/ui/cn'
import { CERTAINTY_LINE } from './certainty-style'
import { useAsked } from './reader'

/** The text of a field again, behind it and unseen but for what marks its expressions. */
export function TokenText({ text }: { readonly text: string }) {
  const asked = useAsked()
  const pieces = useMemo(() => piecesOf(text), [text])
  return pieces.map(({ from, text: piece, source }) => {
    if (source === null) return <span key={from}>{piece}</span>
    const { certainty } = describeExpression(asked, source)
    return (
      <span
        key={from}
        data-expression={source}
        className={cn('rounded-sm bg-accent-soft', certainty === null ? '' : CERTAINTY_LINE[certainty])}
      >
        {piece}
      </span>
    )
  })
}

interface Piece {
  readonly from: number
  readonly text: string
  readonly source: string | null
}

/** Outer markers only: what is inside of one is part of it. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to, source } of markersIn(text)) {
    if (from < at) continue
    if (from > at) pieces.push({ from: at, text: text.slice(at, from), source: null })
    pieces.push({ from, text: text.slice(from, to), source })
    at = to
  }
  if (at < text.length) pieces.push({ from: at, text: text.slice(at), source: null })
  return pieces
}
