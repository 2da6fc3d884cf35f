'use client'

import { useMutation } from '@tanstack/react-query'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { useDone } from '@/components/api/use-done'

/** Every change of a webhook: the list follows, a toast says it. */
export function useWebhookChanges() {
  const trpc = useTRPC()
  const done = useDone(trpc.webhooks.pathKey())
  const save = useMutation(
    trpc.webhooks.save.mutationOptions({
      onError: noToast,
      onSuccess: (_, { name }) => done(`${name} was saved.`),
    }),
  )
  const remove = useMutation(
    trpc.webhooks.delete.mutationOptions({ onSuccess: () => done('The webhook was deleted.') }),
  )
  return { save, remove }
}
