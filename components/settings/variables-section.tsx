'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Plus, Variable } from 'lucide-react'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Section } from '@/components/ui/section'
import { toast } from '@/components/ui/toast'
import { type NamedValue, ValueDialog } from './value-dialog'
import { ValueTable } from './value-table'

const NEW: NamedValue = { name: '', value: '' }

/** Plain values that differ from namespace to namespace: addresses, regions, switches. */
export function VariablesSection() {
  const trpc = useTRPC()
  const client = useQueryClient()
  const mayEdit = useMayEdit()
  const list = useQuery(trpc.variables.list.queryOptions())
  const [edited, setEdited] = useState<NamedValue | null>(null)
  const [doomed, setDoomed] = useState<string | null>(null)
  const done = (text: string) => {
    toast.success(text)
    setEdited(null)
    return client.invalidateQueries({ queryKey: trpc.variables.pathKey() })
  }
  const save = useMutation(
    trpc.variables.save.mutationOptions({
      onError: () => undefined,
      onSuccess: (_, { name }) => done(`${name} was kept.`),
    }),
  )
  const remove = useMutation(
    trpc.variables.delete.mutationOptions({ onSuccess: (_, { name }) => done(`${name} was deleted.`) }),
  )
  const create = mayEdit ? (
    <Button
      onClick={() => {
        save.reset()
        setEdited(NEW)
      }}
    >
      <Plus strokeWidth={1.5} aria-hidden /> New variable
    </Button>
  ) : null
  return (
    <Section
      title="Environment variables"
      description="A definition reads one as ${workflow.env.NAME}. Everybody in the namespace sees them."
      action={list.data?.length ? create : null}
    >
      {list.data ? (
        <ValueTable
          label="Environment variables"
          rows={list.data}
          now={list.dataUpdatedAt}
          icon={Variable}
          empty={{
            title: 'No environment variables yet',
            description: 'Addresses, regions, switches: what differs from place to place.',
            action: create,
          }}
          shown={({ value }) => <code className="block truncate font-mono text-sm text-text-2">{value}</code>}
          change={mayEdit ? { onEdit: setEdited, onDelete: ({ name }) => setDoomed(name) } : null}
        />
      ) : (
        <div className="h-32" />
      )}
      {edited ? (
        <ValueDialog
          title={edited === NEW ? 'New environment variable' : edited.name}
          description="Tasks that are scheduled from now on get the new value."
          before={edited === NEW ? null : edited}
          error={save.error ? errorText(save.error) : null}
          isSaving={save.isPending}
          onSave={(value) => save.mutate(value)}
          onClose={() => setEdited(null)}
        />
      ) : null}
      <ConfirmDialog
        open={doomed !== null}
        onOpenChange={(open) => (open ? undefined : setDoomed(null))}
        title={`Delete ${doomed ?? ''}?`}
        description="Expressions that name it yield nothing from now on."
        action="Delete"
        onConfirm={() => doomed && remove.mutate({ name: doomed })}
      />
    </Section>
  )
}
