'use client'

import { useMutation } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { announce } from '@/components/ui/live-region'
import type { RunTask } from '@/server/model/run-view'

/** For a run that has ended: this attempt again, and whatever came after it. The stream shows the effect. */
export function InspectorRerun({ task }: { readonly task: RunTask }) {
  const trpc = useTRPC()
  const onSuccess = () => announce('Run again from this task')
  const rerun = useMutation(trpc.executions.rerun.mutationOptions({ onSuccess }))
  const { workflowInstanceId: workflowId, taskId } = task
  return (
    <footer className="flex shrink-0 items-center gap-3 border-t px-3.5 py-2">
      <p className="min-w-0 flex-1 text-sm text-text-3">What came before it is kept.</p>
      <Button size="sm" disabled={rerun.isPending} onClick={() => rerun.mutate({ workflowId, taskId })}>
        <RotateCcw strokeWidth={1.5} aria-hidden /> Rerun from here
      </Button>
    </footer>
  )
}
