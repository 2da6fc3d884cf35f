'use client'

import { ExternalLink } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { Inspector } from '@/components/execution/inspector'
import { RunDuration } from '@/components/execution/run-duration'
import { useLiveRun, useRun } from '@/components/execution/use-run'
import { useSelectionOf } from '@/components/execution/use-run-selection'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusChip } from '@/components/ui/status-chip'
import type { RunView } from '@/server/model/run-view'

export interface TestResultProps {
  readonly runId: string
  readonly reference: string
}

export function TestResult({ runId, reference }: TestResultProps) {
  const { data, error } = useRun(runId)
  if (error) {
    return <Alert>{errorText(error)}</Alert>
  }
  return data ? <Live key={runId} loaded={data} reference={reference} /> : <Skeleton className="h-80" />
}

function Live({ loaded, reference }: { readonly loaded: RunView; readonly reference: string }) {
  const view = useLiveRun(loaded)
  const [chosen, choose] = useState<string | null>(reference)
  const selection = useSelectionOf(view, chosen, choose)
  return (
    <section aria-label="Result of the test" className="grid gap-3">
      <header className="flex items-center gap-3">
        <StatusChip status={view.header.status} className="h-6 px-2.5 text-base" />
        <RunDuration view={view} />
        <span className="flex-1" />
        <Button asChild>
          <Link href={`/executions/${view.header.workflowId}`}>
            Open the run <ExternalLink strokeWidth={1.5} aria-hidden />
          </Link>
        </Button>
      </header>
      <div className="h-96 overflow-hidden rounded-lg border">
        <Inspector view={view} selection={selection} />
      </div>
    </section>
  )
}
