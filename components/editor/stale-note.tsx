'use client'

import { TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useDocument, useSession } from './session'
import { lineColumn } from './text-location'

/** Over the graph while the text cannot be read: what it shows is the last state that could. */
export function StaleNote() {
  const { document } = useSession()
  const problem = useDocument((state) => state.problem)
  const text = useDocument((state) => state.text)
  if (problem === null) return null
  const { line, column } = lineColumn(text, problem.offset)
  return (
    <div
      role="status"
      className="absolute top-3 left-1/2 flex max-w-[calc(100%-24px)] -translate-x-1/2 items-center gap-3 rounded-lg border bg-surface py-1.5 pr-1.5 pl-3 shadow-float"
    >
      <TriangleAlert className="size-4 shrink-0 text-status-failed" strokeWidth={1.5} aria-hidden />
      <span>
        The graph waits: line {line}, column {column}. {problem.message}
      </span>
      <Button onClick={document.undo}>Undo</Button>
    </div>
  )
}
