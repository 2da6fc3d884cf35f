'use client'

import { useQueries } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import type { RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { type ChildViews, childRuns } from './child-runs'

const EVERY_MS = 1_500
const NONE: ChildViews = new Map()

/** The runs of the sub-workflows that are open in the graph, read again while they go on. */
export function useChildRuns(view: RunView, ids: Iterable<string>): ChildViews {
  const trpc = useTRPC()
  const [known, setKnown] = useState(NONE)
  const wanted = useMemo(() => childRuns(view, ids, known), [view, ids, known])
  const found = useQueries({
    queries: wanted.map(({ workflowId }) =>
      trpc.executions.get.queryOptions(
        { workflowId },
        { refetchInterval: (query) => (isOver(query.state.data) ? false : EVERY_MS) },
      ),
    ),
    combine: (results) => results.map((result) => result.data),
  })
  useEffect(() => {
    const next = new Map(wanted.flatMap(({ id }, i) => (found[i] ? [[id, found[i]] as const] : [])))
    setKnown((before) => (isSame(before, next) ? before : next))
  }, [wanted, found])
  return known
}

function isOver(view: RunView | undefined): boolean {
  return view !== undefined && isTerminalWorkflow(view.header.status)
}

function isSame(a: ChildViews, b: ChildViews): boolean {
  return a.size === b.size && [...a].every(([id, view]) => b.get(id) === view)
}
