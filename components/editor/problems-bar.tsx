'use client'

import { Check, ChevronDown, ChevronUp, ListTree, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { allTasks } from '@/components/graph/child-lists'
import { cn } from '@/components/ui/cn'
import { Kbd } from '@/components/ui/kbd'
import type { EditorProblem } from './problem'
import { useDocument, useSession, useSessionState } from './session'
import { lineColumn } from './text-location'
import { toggleOutline } from './toggle-outline'

const BAR_BUTTON = 'flex h-6 shrink-0 items-center gap-1.5 rounded-md px-1 hover:bg-surface-2'

/** The bottom bar: what is wrong, and the list of it. A click goes there, in the graph and in the text. */
export function ProblemsBar({ problems: found }: { readonly problems: readonly EditorProblem[] | null }) {
  const problems = found ?? []
  const session = useSession()
  const { ui } = session
  const isOutlineOpen = useSessionState((state) => state.isOutlineOpen)
  const [isOpen, setOpen] = useState(false)
  const definition = useDocument((state) => state.definition)
  const count = [...allTasks(definition)].length
  const hasErrors = problems.some((problem) => problem.severity === 'error')
  const Chevron = isOpen ? ChevronDown : ChevronUp
  return (
    <section aria-label="Problems" className="shrink-0 border-t bg-surface">
      {isOpen && problems.length > 0 ? <ProblemList problems={problems} /> : null}
      <div className="flex h-8 items-center justify-between gap-4 px-3 text-base text-text-2">
        {found === null ? (
          <span className="text-text-3">Checking …</span>
        ) : problems.length === 0 ? (
          <span className="flex items-center gap-1.5 text-status-completed">
            <Check className="size-4" strokeWidth={1.5} aria-hidden />
            No problems
          </span>
        ) : (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className={cn(
              'flex h-6 items-center gap-1.5 rounded-md px-1 hover:bg-surface-2',
              hasErrors ? 'text-status-failed' : 'text-status-completed-with-errors',
            )}
          >
            <TriangleAlert className="size-4" strokeWidth={1.5} aria-hidden />
            {problems.length === 1 ? '1 problem' : `${problems.length} problems`}
            <Chevron className="size-3.5" strokeWidth={1.5} aria-hidden />
          </button>
        )}
        <span className="flex items-center gap-2 text-text-3">
          <span className="truncate">{count === 1 ? '1 task' : `${count} tasks`}</span>
          <button
            type="button"
            aria-pressed={isOutlineOpen}
            onClick={() => toggleOutline(session)}
            className={cn(BAR_BUTTON, isOutlineOpen && 'bg-accent-soft text-accent')}
          >
            <ListTree className="size-4" strokeWidth={1.5} aria-hidden /> Outline
          </button>
          <button
            type="button"
            onClick={() => ui.setState({ over: 'shortcuts' })}
            className={cn(BAR_BUTTON, 'max-md:hidden')}
          >
            <Kbd>?</Kbd> for shortcuts
          </button>
        </span>
      </div>
    </section>
  )
}

function ProblemList({ problems }: { readonly problems: readonly EditorProblem[] }) {
  const { ui } = useSession()
  const text = useDocument((state) => state.text)
  return (
    <ul className="max-h-44 overflow-auto border-b py-1">
      {problems.map((problem) => {
        const { line, column } = lineColumn(text, problem.offset)
        return (
          <li key={`${problem.offset} ${problem.message}`}>
            <button
              type="button"
              onClick={() => {
                const { offset, length, nodeId } = problem
                ui.setState({ goTo: { offset, length }, ...(nodeId === null ? {} : { selected: nodeId }) })
              }}
              className="flex min-h-7 w-full items-center gap-2.5 px-3 py-0.5 text-left hover:bg-surface-2"
            >
              <TriangleAlert
                className={cn(
                  'size-3.5 shrink-0',
                  problem.severity === 'error' ? 'text-status-failed' : 'text-status-completed-with-errors',
                )}
                strokeWidth={1.75}
                aria-label={problem.severity}
              />
              <span className="min-w-0 flex-1">{problem.message}</span>
              {problem.nodeId ? <code className="font-mono text-xs text-text-3">{problem.nodeId}</code> : null}
              <span className="w-14 text-right text-sm tabular-nums text-text-3">
                {line}:{column}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
