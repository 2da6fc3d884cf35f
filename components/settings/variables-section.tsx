'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { Variable } from 'lucide-react'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { useDone } from '@/components/api/use-done'
import { NamedValuesSection } from './named-values-section'

/** Plain values that differ from namespace to namespace: addresses, regions, switches. */
export function VariablesSection() {
  const trpc = useTRPC()
  const done = useDone(trpc.variables.pathKey())
  const list = useQuery(trpc.variables.list.queryOptions())
  const save = useMutation(
    trpc.variables.save.mutationOptions({
      onError: noToast,
      onSuccess: (_, { name }) => done(`${name} was kept.`),
    }),
  )
  const remove = useMutation(
    trpc.variables.delete.mutationOptions({ onSuccess: (_, { name }) => done(`${name} was deleted.`) }),
  )
  return (
    <NamedValuesSection
      title="Environment variables"
      description="A definition reads one as ${workflow.env.NAME}. Everybody in the namespace sees them."
      icon={Variable}
      noun="variable"
      empty="Addresses, regions, switches: what differs from place to place."
      saving="Tasks that are scheduled from now on get the new value."
      deleting="Expressions that name it yield nothing from now on."
      list={list}
      readable={({ value }) => value}
      shown={({ value }) => <code className="block truncate font-mono text-sm text-text-2">{value}</code>}
      save={save}
      remove={remove}
    />
  )
}
