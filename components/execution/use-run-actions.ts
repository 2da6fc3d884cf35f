'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/components/api/trpc'
import { announce } from '@/components/ui/live-region'
import { toast } from '@/components/ui/toast'

/** What a person can do to one execution. The stream shows the effect; only removal leaves the page. */
export function useRunActions(workflowId: string) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const router = useRouter()
  const done = (text: string) => ({
    onSuccess: () => {
      announce(text)
      void client.invalidateQueries({ queryKey: trpc.executions.list.queryKey() })
    },
  })
  const pause = useMutation(trpc.executions.pause.mutationOptions(done('Paused')))
  const resume = useMutation(trpc.executions.resume.mutationOptions(done('Resumed')))
  const retry = useMutation(trpc.executions.retry.mutationOptions(done('Retried')))
  const restart = useMutation(trpc.executions.restart.mutationOptions(done('Restarted')))
  const terminate = useMutation(trpc.executions.terminate.mutationOptions(done('Terminated')))
  const remove = useMutation(
    trpc.executions.remove.mutationOptions({
      onSuccess: () => {
        toast.success('The run was removed.')
        void client.invalidateQueries({ queryKey: trpc.executions.list.queryKey() })
        router.push('/executions')
      },
    }),
  )
  return {
    isBusy: [pause, resume, retry, restart, terminate, remove].some((mutation) => mutation.isPending),
    pause: () => pause.mutate({ workflowId }),
    resume: () => resume.mutate({ workflowId }),
    retry: (insideChildren: boolean) => retry.mutate({ workflowId, resumeSubworkflowTasks: insideChildren }),
    restart: (useLatest: boolean) => restart.mutate({ workflowId, useLatest }),
    terminate: (reason: string | null) => terminate.mutate({ workflowId, reason }),
    remove: () => remove.mutate({ workflowId }),
  }
}

export type RunActions = ReturnType<typeof useRunActions>
