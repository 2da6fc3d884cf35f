'use client'

import { useMutation } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { refusedFields } from '@/components/api/refused-fields'
import { useTRPC } from '@/components/api/trpc'
import { useDone } from '@/components/api/use-done'
import type { FieldProblem } from '@/components/ui/field-problem'

/** Every change of a handler: the list follows, a toast says it. */
export function useHandlerChanges() {
  const trpc = useTRPC()
  const done = useDone(trpc.events.pathKey())
  const quiet = { onError: noToast }
  const create = useMutation(
    trpc.events.create.mutationOptions({ ...quiet, onSuccess: (_, { name }) => done(`${name} was created.`) }),
  )
  const update = useMutation(
    trpc.events.update.mutationOptions({ ...quiet, onSuccess: (_, { name }) => done(`${name} was saved.`) }),
  )
  const setActive = useMutation(
    trpc.events.setActive.mutationOptions({
      onSuccess: (_, { name, active }) => done(active ? `${name} is active.` : `${name} is not active any more.`),
    }),
  )
  const remove = useMutation(
    trpc.events.delete.mutationOptions({ onSuccess: (_, { name }) => done(`${name} was deleted.`) }),
  )
  return { create, update, setActive, remove }
}

/** What the server says is wrong; what is there already is there under that name. */
export function refusedHandler(error: unknown): readonly FieldProblem[] {
  const isTaken = error instanceof TRPCClientError && error.data?.appCode === 'CONFLICT'
  return isTaken ? [{ path: 'name', message: errorText(error) }] : refusedFields(error)
}
