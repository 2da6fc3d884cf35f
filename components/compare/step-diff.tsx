'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { TextDiff } from '@/components/editor/versions/text-diff'
import { Segmented } from '@/components/ui/segmented'
import { Skeleton } from '@/components/ui/skeleton'
import type { JsonObject } from '@/server/model/json'
import type { RunTask } from '@/server/model/run-view'
import type { Pair } from './align-runs'

type Part = 'input' | 'output' | 'reason'

const PARTS = [
  { value: 'input', label: 'Input' },
  { value: 'output', label: 'Output' },
  { value: 'reason', label: 'Reason' },
] as const

/** One step of both runs: what it was given, what it gave back, and why it failed. */
export function StepDiff({ pair: { ref, left, right, differences } }: { readonly pair: Pair }) {
  const [part, setPart] = useState<Part>(differences.includes('input') ? 'input' : 'output')
  const [one, other] = [usePayloads(left), usePayloads(right)]
  return (
    <section aria-label={`Difference in ${ref}`} className="grid gap-3 p-4">
      <header className="flex flex-wrap items-center gap-3">
        <h2 className="font-mono text-sm font-medium">{ref}</h2>
        <Segmented label="Part" value={part} onValueChange={setPart} options={PARTS} />
      </header>
      {one.isPending || other.isPending ? (
        <Skeleton className="h-64" />
      ) : (
        <TextDiff before={one.textOf(part)} after={other.textOf(part)} label={`${part} of ${ref}, left and right`} />
      )}
    </section>
  )
}

function usePayloads(task: RunTask | null) {
  const trpc = useTRPC()
  const asked = trpc.executions.task.queryOptions({ taskId: task?.taskId ?? '' }, { enabled: task !== null })
  const { data, isPending } = useQuery(asked)
  return {
    isPending: task !== null && isPending,
    textOf(part: Part): string {
      if (part === 'reason') return task?.reasonForIncompletion ?? ''
      return data ? written(part === 'input' ? data.inputData : data.outputData) : ''
    },
  }
}

function written(value: JsonObject): string {
  return JSON.stringify(value, null, 2)
}
