'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { noToast } from '@/components/api/no-toast'
import { refusedFields } from '@/components/api/refused-fields'
import { useTRPC } from '@/components/api/trpc'
import { toast } from '@/components/ui/toast'

export function useSaveTaskDefinition(onDone: () => void) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const finish = (text: string) => {
    toast.success(text)
    void client.invalidateQueries({ queryKey: trpc.taskDefinitions.pathKey() })
    onDone()
  }
  const save = useMutation(
    trpc.taskDefinitions.save.mutationOptions({
      onError: noToast,
      onSuccess: (_, { name }) => finish(`${name} was saved.`),
    }),
  )
  const remove = useMutation(
    trpc.taskDefinitions.delete.mutationOptions({ onSuccess: (_, { name }) => finish(`${name} was deleted.`) }),
  )
  return { save, remove, problems: refusedFields(save.error, 'taskDefinition') }
}
