'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Lock, Plus } from 'lucide-react'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Section } from '@/components/ui/section'
import { toast } from '@/components/ui/toast'
import { ValueDialog } from './value-dialog'
import { ValueTable } from './value-table'

/** Values that workflows use without showing them. They are written here and never read back. */
export function SecretsSection() {
  const trpc = useTRPC()
  const client = useQueryClient()
  const mayEdit = useMayEdit()
  const list = useQuery(trpc.secrets.list.queryOptions())
  const [edited, setEdited] = useState<string | null>(null)
  const [doomed, setDoomed] = useState<string | null>(null)
  const done = (text: string) => {
    toast.success(text)
    setEdited(null)
    return client.invalidateQueries({ queryKey: trpc.secrets.pathKey() })
  }
  const save = useMutation(
    trpc.secrets.save.mutationOptions({
      onError: () => undefined,
      onSuccess: (_, { name }) => done(`${name} was kept.`),
    }),
  )
  const remove = useMutation(
    trpc.secrets.delete.mutationOptions({ onSuccess: (_, { name }) => done(`${name} was deleted.`) }),
  )
  const create = mayEdit ? (
    <Button
      onClick={() => {
        save.reset()
        setEdited('')
      }}
    >
      <Plus strokeWidth={1.5} aria-hidden /> New secret
    </Button>
  ) : null
  return (
    <Section
      title="Secrets"
      description="A task’s input names one as ${workflow.secrets.NAME}; only whoever does the work gets the value."
      action={list.data?.length ? create : null}
    >
      {list.data ? (
        <ValueTable
          label="Secrets"
          rows={list.data}
          now={list.dataUpdatedAt}
          icon={Lock}
          empty={{
            title: 'No secrets yet',
            description: 'Passwords and keys of the services you call.',
            action: create,
          }}
          shown={() => <span className="text-text-3">sealed</span>}
          change={mayEdit ? { onEdit: ({ name }) => setEdited(name), onDelete: ({ name }) => setDoomed(name) } : null}
        />
      ) : (
        <div className="h-32" />
      )}
      {edited !== null ? (
        <ValueDialog
          title={edited === '' ? 'New secret' : `Write ${edited} anew`}
          description="The value is sealed before it is stored. Nobody can read it here again, you neither."
          before={edited === '' ? null : { name: edited, value: '' }}
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
        description="Tasks that name it get nothing in its place from now on."
        action="Delete"
        onConfirm={() => doomed && remove.mutate({ name: doomed })}
      />
    </Section>
  )
}
