'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { FreshKey, type FreshKeyProps } from './fresh-key'

export interface NewKeyDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

const KINDS = [
  { value: 'access_key', label: 'Access key' },
  { value: 'token', label: 'Token' },
] as const
const ROLES = [
  { value: 'editor', label: 'Editor', hint: 'Works on tasks, starts workflows, changes definitions.' },
  { value: 'worker', label: 'Worker', hint: 'Takes tasks and answers them. Sees nothing else.' },
  { value: 'viewer', label: 'Viewer', hint: 'Only looks.' },
] as const

export function NewKeyDialog({ open, onOpenChange }: NewKeyDialogProps) {
  const [fresh, setFresh] = useState<FreshKeyProps | null>(null)
  const close = (next: boolean) => {
    if (!next) setFresh(null)
    onOpenChange(next)
  }
  return (
    <Dialog open={open} onOpenChange={close}>
      {fresh ? (
        <DialogContent
          title="Your new key"
          description="This is the only time the secret is shown. We keep a fingerprint of it, not the secret."
          className="max-w-2xl"
        >
          <FreshKey {...fresh} />
          <DialogFooter>
            <Button variant="primary" onClick={() => close(false)}>
              I have kept it
            </Button>
          </DialogFooter>
        </DialogContent>
      ) : (
        <DialogContent title="New key" description="Name it after the program that will use it.">
          <NewKeyForm onCreated={setFresh} />
        </DialogContent>
      )}
    </Dialog>
  )
}

function NewKeyForm({ onCreated }: { readonly onCreated: (key: FreshKeyProps) => void }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<(typeof KINDS)[number]['value']>('access_key')
  const [role, setRole] = useState<(typeof ROLES)[number]['value']>('editor')
  const create = useMutation(
    trpc.access.create.mutationOptions({
      onSuccess: ({ keyId, secret }) => {
        void queries.invalidateQueries(trpc.access.pathFilter())
        onCreated({ keyId, secret })
      },
      onError: noToast,
    }),
  )
  return (
    <DialogForm submitLabel="Create key" isBusy={create.isPending} onSubmit={() => create.mutate({ name, kind, role })}>
      <Field label="Name" error={create.error ? errorText(create.error) : null}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={80}
            placeholder="image worker"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <div className="grid gap-1.5">
        <span aria-hidden className="text-sm font-medium text-text-2">
          Kind
        </span>
        <Segmented label="Kind" value={kind} onValueChange={setKind} options={KINDS} className="w-fit" />
        <p className="text-sm text-text-3">
          {kind === 'access_key'
            ? 'A key id and a secret, as every Conductor SDK expects.'
            : 'One secret for the header X-Authorization: handy with curl.'}
        </p>
      </div>
      <div className="grid gap-1.5">
        <span aria-hidden className="text-sm font-medium text-text-2">
          Role
        </span>
        <Segmented label="Role" value={role} onValueChange={setRole} options={ROLES} className="w-fit" />
        <p className="text-sm text-text-3">{ROLES.find(({ value }) => value === role)?.hint}</p>
      </div>
    </DialogForm>
  )
}
