'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { useDone } from '@/components/api/use-done'

/** Every change of a schedule: the list follows, a toast says it. */
export function useScheduleChanges() {
  const trpc = useTRPC()
  const router = useRouter()
  const done = useDone(trpc.schedules.pathKey())
  const save = useMutation(
    trpc.schedules.save.mutationOptions({
      onError: noToast,
      onSuccess: (_, { name }) => done(`${name} was saved.`),
    }),
  )
  const runNow = useMutation(
    trpc.schedules.runNow.mutationOptions({
      onSuccess: (workflowId, { name }) => {
        const action = { label: 'Open it', onClick: () => router.push(`/executions/${workflowId}`) }
        return done(`${name} has started its workflow.`, { action })
      },
    }),
  )
  const pause = useMutation(
    trpc.schedules.pause.mutationOptions({ onSuccess: (_, { name }) => done(`${name} is paused.`) }),
  )
  const resume = useMutation(
    trpc.schedules.resume.mutationOptions({ onSuccess: (_, { name }) => done(`${name} goes on.`) }),
  )
  const remove = useMutation(
    trpc.schedules.delete.mutationOptions({ onSuccess: (_, { name }) => done(`${name} was deleted.`) }),
  )
  return { save, runNow, pause, resume, remove }
}
