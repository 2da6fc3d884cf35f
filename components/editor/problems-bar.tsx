'use client'

import { Check, ChevronDown, ChevronUp, ListTree, TriangleAlert } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { allTasks } from '@/components/graph/child-lists'
import { cn } from '@/components/ui/cn'
import { fetchPart } from '@/components/ui/fetch-part'
import { Kbd } from '@/components/ui/kbd'
import type { EditorProblem } from './problem'
import { useDocument, useIsBlank, useSession, useSessionState } from './session'
import { toggleOutline } from './toggle-outline'

const ProblemList = dynamic(() => fetchPart(() => import('./problem-list')).then((module) => module.ProblemList), {
  ssr: false,
})

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
  const wrong = problems.filter((problem) => problem.severity !== 'info').length
  const words = countWords(wrong, problems.length - wrong)
  const isBlank = useIsBlank()
  const Chevron = isOpen ? ChevronDown : ChevronUp
  const Mark = wrong === 0 ? Check : TriangleAlert
  return (
    <section aria-label="Problems" className="shrink-0 border-t bg-surface">
      {isOpen && problems.length > 0 ? <ProblemList problems={problems} /> : null}
      <div className="flex h-8 items-center justify-between gap-4 px-3 text-base text-text-2">
        {found === null || (isBlank && wrong === 0) ? (
          <span className="text-text-3">{found === null ? 'Checking …' : 'Nothing drawn yet'}</span>
        ) : problems.length === 0 ? (
          <span className="flex items-center gap-1.5 text-status-completed">
            <Check className="size-4" strokeWidth={1.5} aria-hidden />
            {words}
          </span>
        ) : (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className={cn(
              'flex h-6 items-center gap-1.5 rounded-md px-1 hover:bg-surface-2',
              wrong === 0
                ? 'text-status-completed'
                : hasErrors
                  ? 'text-status-failed'
                  : 'text-status-completed-with-errors',
            )}
          >
            <Mark className="size-4" strokeWidth={1.5} aria-hidden />
            {words}
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

/** Notes are no problems: they are worth knowing, and often meant so. */
function countWords(wrong: number, notes: number): string {
  const problems = wrong === 0 ? 'No problems' : wrong === 1 ? '1 problem' : `${wrong} problems`
  if (notes === 0) return problems
  return `${problems} · ${notes === 1 ? '1 note' : `${notes} notes`}`
}
