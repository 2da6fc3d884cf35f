'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { credentialsOf } from '@/components/api/credentials-of'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { formatDay } from '@/components/ui/format-time'
import { Input } from '@/components/ui/input'
import { Section } from '@/components/ui/section'
import { toast } from '@/components/ui/toast'

/** For guests: an e-mail and a password make the account last, with everything in it. */
export function KeepAccount({ expiresAt }: { readonly expiresAt: string | null }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const keep = useMutation(
    trpc.account.keep.mutationOptions({
      onSuccess: () => {
        toast.success('The account is yours. Sign in with this e-mail from any browser.')
        return queries.invalidateQueries(trpc.account.me.queryFilter())
      },
      onError: noToast,
    }),
  )
  return (
    <Section
      title="Keep this account"
      anchor="keep-account"
      description={
        expiresAt === null
          ? 'A guest account lives in this browser only. Add an e-mail to sign in from elsewhere.'
          : `This guest account ends on ${formatDay(Date.parse(expiresAt))}. Add an e-mail to keep everything in it.`
      }
    >
      <form
        method="post"
        className="grid gap-3 p-4 sm:grid-cols-[1fr_1fr_auto] sm:items-start"
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate(credentialsOf(event.currentTarget))
        }}
      >
        <Field label="E-mail" error={keep.error ? errorText(keep.error) : null}>
          {(control) => <Input {...control} type="email" name="email" autoComplete="email" required />}
        </Field>
        <Field label="Password" hint="At least 8 characters.">
          {(control) => (
            <Input {...control} type="password" name="password" autoComplete="new-password" required minLength={8} />
          )}
        </Field>
        <Button type="submit" size="md" variant="primary" className="sm:mt-6" disabled={keep.isPending}>
          Keep it
        </Button>
      </form>
    </Section>
  )
}
