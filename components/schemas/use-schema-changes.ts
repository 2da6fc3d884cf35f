'use client'

import { useMutation } from '@tanstack/react-query'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { useDone } from '@/components/api/use-done'

/** Every change of a schema: the list follows, a toast says it. */
export function useSchemaChanges() {
  const trpc = useTRPC()
  const done = useDone(trpc.schemas.pathKey())
  const save = useMutation(
    trpc.schemas.save.mutationOptions({
      onError: noToast,
      onSuccess: (_, { schema, newVersion }) =>
        done(newVersion ? `${schema.name} has a new version.` : `${schema.name} v${schema.version} was saved.`),
    }),
  )
  const remove = useMutation(
    trpc.schemas.delete.mutationOptions({
      onSuccess: (_, { name, version }) => done(`${name}${version === null ? '' : ` v${version}`} was deleted.`),
    }),
  )
  return { save, remove }
}
