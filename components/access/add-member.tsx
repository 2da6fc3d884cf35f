'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { Role } from '@/server/model/actor'
import { ROLE_OPTIONS } from './role-options'

export function AddMember({ onAdded }: { readonly onAdded: () => Promise<void> }) {
  const trpc = useTRPC()
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const add = useMutation(
    trpc.members.add.mutationOptions({
      onSuccess: async () => {
        setEmail('')
        await onAdded()
      },
      onError: noToast,
    }),
  )
  return (
    <form
      className="flex flex-wrap items-start gap-2 px-4 py-3"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({ email, role })
      }}
    >
      <Field
        label="Add somebody by e-mail"
        hint="They need an account here already."
        error={add.error ? errorText(add.error) : null}
        className="min-w-60 flex-1"
      >
        {(control) => (
          <Input {...control} type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
        )}
      </Field>
      <div className="flex gap-2 sm:pt-6">
        <Select
          label="Role of the new member"
          value={role}
          onValueChange={setRole}
          options={ROLE_OPTIONS}
          className="w-28"
        />
        <Button type="submit" size="md" disabled={add.isPending}>
          Add
        </Button>
      </div>
    </form>
  )
}
