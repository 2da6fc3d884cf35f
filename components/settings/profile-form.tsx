'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/section'
import { toast } from '@/components/ui/toast'

export interface ProfileFormProps {
  readonly name: string
  readonly email: string | null
}

export function ProfileForm({ name, email }: ProfileFormProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [text, setText] = useState(name)
  const rename = useMutation(
    trpc.account.rename.mutationOptions({
      onSuccess: () => {
        toast.success('Saved.')
        return queries.invalidateQueries(trpc.account.me.queryFilter())
      },
    }),
  )
  return (
    <Section title="Profile" anchor="profile" description={email ?? 'You are a guest.'}>
      <form
        className="flex items-end gap-2 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          rename.mutate({ name: text })
        }}
      >
        <Field label="Your name" className="flex-1">
          {(control) => (
            <Input
              {...control}
              required
              maxLength={80}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" size="md" disabled={rename.isPending || text === name}>
          Save
        </Button>
      </form>
    </Section>
  )
}
