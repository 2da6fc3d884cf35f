'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

export interface NewNamespaceDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onCreated: (name: string) => void
}

export function NewNamespaceDialog({ open, onOpenChange, onCreated }: NewNamespaceDialogProps) {
  const trpc = useTRPC()
  const [name, setName] = useState('')
  const create = useMutation(
    trpc.namespaces.create.mutationOptions({
      onSuccess: (created) => onCreated(created.name),
      onError: noToast,
    }),
  )
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title="New namespace"
        description="A place of its own for workflows, executions and keys. Invite others to it afterwards."
      >
        <DialogForm submitLabel="Create namespace" isBusy={create.isPending} onSubmit={() => create.mutate({ name })}>
          <Field
            label="Name"
            hint="Small letters, digits and hyphens, for example orders-team."
            error={create.error ? errorText(create.error) : null}
          >
            {(control) => (
              <Input
                {...control}
                required
                maxLength={40}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  )
}
