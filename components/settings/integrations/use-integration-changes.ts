'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { refusedFields } from '@/components/api/refused-fields'
import { useTRPC } from '@/components/api/trpc'
import { toast } from '@/components/ui/toast'
import type { IntegrationTest } from './integration-row'

/** Saving, testing and deleting. What was saved is tested at once. */
export function useIntegrationChanges(onSaved: () => void) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [tests, setTests] = useState<Readonly<Record<string, IntegrationTest>>>({})
  const note = (name: string, test: IntegrationTest) => setTests((before) => ({ ...before, [name]: test }))
  const refresh = () => client.invalidateQueries({ queryKey: trpc.integrations.pathKey() })
  const test = useMutation(
    trpc.integrations.test.mutationOptions({
      onMutate: ({ name }) => note(name, 'running'),
      onSuccess: (result, { name }) => note(name, result),
      onError: (error, { name }) => note(name, { ok: false, message: errorText(error) }),
    }),
  )
  const save = useMutation(
    trpc.integrations.save.mutationOptions({
      onSuccess: (_, { name }) => {
        onSaved()
        test.mutate({ name })
        return refresh()
      },
      onError: noToast,
    }),
  )
  const remove = useMutation(
    trpc.integrations.delete.mutationOptions({
      onSuccess: (_, { name }) => {
        toast.success(`${name} was deleted.`)
        return refresh()
      },
    }),
  )
  return {
    tests,
    test: (name: string) => test.mutate({ name }),
    save: save.mutate,
    remove: (name: string) => remove.mutate({ name }),
    reset: save.reset,
    isSaving: save.isPending,
    problems: refusedFields(save.error, 'configuration'),
  }
}
