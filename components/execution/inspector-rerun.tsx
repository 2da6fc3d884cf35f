'use client'

import { useMutation } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { announce } from '@/components/ui/live-region'
import type { RunTask } from '@/server/model/run-view'
import { RerunDialog } from './rerun-dialog'
import type { TaskDetails } from './task-details'

export interface InspectorRerunProps {
  readonly task: RunTask
  readonly details: TaskDetails | undefined
  /** What is shown of the input is not all of it, so it cannot be given again. */
  readonly isMasked: boolean
}

/** For a run that has ended: this attempt again, and whatever came after it. The stream shows the effect. */
export function InspectorRerun({ task, details, isMasked }: InspectorRerunProps) {
  const trpc = useTRPC()
  const mayEdit = useMayEdit()
  const [isChanging, setChanging] = useState(false)
  const onSuccess = () => {
    setChanging(false)
    announce('Run again from this task')
  }
  const rerun = useMutation(trpc.executions.rerun.mutationOptions({ onSuccess }))
  const { workflowInstanceId: workflowId, taskId } = task
  if (!mayEdit) return null
  return (
    <footer className="flex shrink-0 flex-wrap items-center justify-end gap-2 border-t px-3.5 py-2">
      <p className="basis-full text-sm text-text-3">It and what came after it run again; what came before is kept.</p>
      {details && !isMasked ? (
        <Button size="sm" disabled={rerun.isPending} onClick={() => setChanging(true)}>
          Change input…
        </Button>
      ) : null}
      <Button size="sm" disabled={rerun.isPending} onClick={() => rerun.mutate({ workflowId, taskId })}>
        <RotateCcw strokeWidth={1.5} aria-hidden /> Rerun from here
      </Button>
      {isChanging && details ? (
        <RerunDialog
          input={details.inputData}
          isBusy={rerun.isPending}
          onClose={() => setChanging(false)}
          onRerun={(input) => rerun.mutate({ workflowId, taskId, input })}
        />
      ) : null}
    </footer>
  )
}
