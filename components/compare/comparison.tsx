'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryState } from 'nuqs'
import { useMemo } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { Skeleton } from '@/components/ui/skeleton'
import { alignRuns, type MarkedRun } from './align-runs'
import { firstDifference } from './difference-words'
import { PairTable } from './pair-table'
import { SideHead } from './side-head'
import { StepDiff } from './step-diff'

export interface ComparisonProps {
  readonly left: string
  readonly right: string
  /** Chooses another right one. */
  readonly onRight: () => void
}

/** Where two runs went the same way and where not. */
export function Comparison({ left, right, onRight }: ComparisonProps) {
  const [one, other] = [useMarkedRun(left), useMarkedRun(right)]
  const [step, setStep] = useQueryState('step')
  const pairs = useMemo(() => (one.run && other.run ? alignRuns(one.run, other.run) : []), [one.run, other.run])
  const error = one.error ?? other.error
  if (error) {
    return (
      <p role="alert" className="p-4 text-status-failed">
        {errorText(error)}
      </p>
    )
  }
  if (!one.run || !other.run) return <Skeleton className="m-4 h-80" />
  const first = pairs.find(({ differences }) => differences.length > 0)
  const shown = pairs.find(({ ref }) => ref === step) ?? first ?? null
  return (
    <>
      <div className="grid border-b md:grid-cols-2 md:divide-x">
        <SideHead title="Left" view={one.run.view} />
        <SideHead title="Right" view={other.run.view} onChange={onRight} />
      </div>
      <p className="border-b px-4 py-3" data-testid="first-difference">
        {firstDifference(one.run.view, other.run.view, first)}
      </p>
      <PairTable
        pairs={pairs}
        views={{ left: one.run.view, right: other.run.view }}
        shown={shown?.ref ?? null}
        onShow={(ref) => void setStep(ref)}
      />
      {shown ? <StepDiff key={shown.ref} pair={shown} /> : null}
    </>
  )
}

function useMarkedRun(workflowId: string): { readonly run: MarkedRun | null; readonly error: unknown } {
  const trpc = useTRPC()
  const view = useQuery(trpc.executions.get.queryOptions({ workflowId }))
  const marks = useQuery(trpc.executions.digests.queryOptions({ workflowId }))
  const run = useMemo(() => {
    if (!view.data || !marks.data) return null
    return { view: view.data, digests: new Map(marks.data.map((mark) => [mark.taskId, mark])) }
  }, [view.data, marks.data])
  return { run, error: view.error ?? marks.error }
}
