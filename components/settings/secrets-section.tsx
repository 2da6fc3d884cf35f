'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { useDone } from '@/components/api/use-done'
import { NamedValuesSection } from './named-values-section'

/** Values that workflows use without showing them. They are written here and never read back. */
export function SecretsSection() {
  const trpc = useTRPC()
  const done = useDone(trpc.secrets.pathKey())
  const list = useQuery(trpc.secrets.list.queryOptions())
  const save = useMutation(
    trpc.secrets.save.mutationOptions({
      onError: noToast,
      onSuccess: (_, { name }) => done(`${name} was kept.`),
    }),
  )
  const remove = useMutation(
    trpc.secrets.delete.mutationOptions({ onSuccess: (_, { name }) => done(`${name} was deleted.`) }),
  )
  return (
    <NamedValuesSection
      title="Secrets"
      description="A task’s input names one as ${workflow.secrets.NAME}; only whoever does the work gets the value."
      icon={Lock}
      noun="secret"
      empty="Passwords and keys of the services you call."
      saving="The value is sealed before it is stored. Nobody can read it here again, you neither."
      deleting="Tasks that name it get nothing in its place from now on."
      list={list}
      readable={() => ''}
      shown={() => <span className="text-text-3">sealed</span>}
      save={save}
      remove={remove}
    />
  )
}
