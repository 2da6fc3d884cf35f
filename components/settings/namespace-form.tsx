'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { openNamespace } from '@/components/shell/namespace-switcher'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/section'

export interface NamespaceFormProps {
  readonly name: string
  readonly isOwner: boolean
}

export function NamespaceForm({ name, isOwner }: NamespaceFormProps) {
  const trpc = useTRPC()
  const [text, setText] = useState(name)
  const rename = useMutation(
    trpc.namespaces.rename.mutationOptions({
      onSuccess: (renamed) => openNamespace(renamed.name),
      onError: noToast,
    }),
  )
  return (
    <Section title="Namespace" anchor="namespace" description="Keys and workers keep working when its name changes.">
      <form
        className="flex items-start gap-2 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          rename.mutate({ name: text })
        }}
      >
        <Field label="Name" error={rename.error ? errorText(rename.error) : null} className="flex-1">
          {(control) => (
            <Input
              {...control}
              required
              readOnly={!isOwner}
              maxLength={40}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {isOwner ? (
          <Button type="submit" size="md" className="mt-6" disabled={rename.isPending || text === name}>
            Rename
          </Button>
        ) : null}
      </form>
    </Section>
  )
}
