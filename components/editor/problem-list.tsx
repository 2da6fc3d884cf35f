'use client'

import { Info, TriangleAlert, Wrench } from 'lucide-react'
import { fixesFor } from '@/components/graph/fixes/fixes-for'
import { cn } from '@/components/ui/cn'
import { applyFix } from './apply-fix'
import type { EditorProblem } from './problem'
import { useDocument, useSession } from './session'
import { lineColumn } from './text-location'

const LOOK = {
  error: { icon: TriangleAlert, color: 'text-status-failed', label: 'error' },
  warning: { icon: TriangleAlert, color: 'text-status-completed-with-errors', label: 'warning' },
  info: { icon: Info, color: 'text-text-3', label: 'note' },
} as const
const RANK = { error: 0, warning: 1, info: 2 } as const

/** What is wrong and what can be done about it at once. A click goes there, in the graph and in the text. */
export function ProblemList({ problems }: { readonly problems: readonly EditorProblem[] }) {
  const { ui } = useSession()
  const text = useDocument((state) => state.text)
  const sorted = problems.toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
  return (
    <ul className="max-h-44 overflow-auto border-b py-1">
      {sorted.map((problem) => {
        const { line, column } = lineColumn(text, problem.offset)
        const { icon: Icon, color, label } = LOOK[problem.severity]
        return (
          <li key={`${problem.offset} ${problem.message}`} className="flex items-center gap-1 pr-3 hover:bg-surface-2">
            <button
              type="button"
              onClick={() => {
                const { offset, length, nodeId, pointer } = problem
                const selected = nodeId === null ? {} : { selected: nodeId }
                ui.setState({ goTo: { offset, length }, fieldWanted: pointer && [...pointer], ...selected })
              }}
              className="flex min-h-7 min-w-0 flex-1 items-center gap-2.5 py-0.5 pl-3 text-left"
            >
              <Icon className={cn('size-3.5 shrink-0', color)} strokeWidth={1.75} aria-label={label} />
              <span className="min-w-0 flex-1">{problem.message}</span>
              {problem.nodeId ? <code className="font-mono text-xs text-text-3">{problem.nodeId}</code> : null}
              <span className="w-14 text-right text-sm tabular-nums text-text-3">
                {line}:{column}
              </span>
            </button>
            <Fixes problem={problem} />
          </li>
        )
      })}
    </ul>
  )
}

function Fixes({ problem }: { readonly problem: EditorProblem }) {
  const session = useSession()
  const definition = useDocument((state) => state.definition)
  const { pointer, message } = problem
  if (!session.editable || pointer === null) return null
  return fixesFor(definition, { pointer, message }).map((fix) => (
    <button
      key={fix.title}
      type="button"
      onClick={() => applyFix(session, fix)}
      className="flex h-6 shrink-0 items-center gap-1 rounded-md border border-border-strong px-1.5 text-sm hover:bg-surface"
    >
      <Wrench className="size-3.5" strokeWidth={1.5} aria-hidden />
      {fix.title}
    </button>
  ))
}
