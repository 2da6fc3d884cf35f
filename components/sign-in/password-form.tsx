'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { credentialsOf } from '@/components/api/credentials-of'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

export interface PasswordFormProps {
  readonly isBusy: boolean
  readonly onProblem: (text: string | null) => void
  readonly onEnter: (credentials: { email: string; password: string }) => Promise<void>
}

/**
 * Sign in with e-mail and password, or make the account first. The fields keep what was typed before the page came
 * alive, and `post` keeps a password out of the address bar even then.
 */
export function PasswordForm({ isBusy, onProblem, onEnter }: PasswordFormProps) {
  const trpc = useTRPC()
  const [isNew, setNew] = useState(false)
  const signUp = useMutation(
    trpc.account.signUp.mutationOptions({
      onSuccess: (_done, given) => onEnter(given),
      onError: (error) => onProblem(errorText(error)),
    }),
  )
  const submit = (form: HTMLFormElement) => {
    onProblem(null)
    const given = credentialsOf(form)
    if (isNew) signUp.mutate(given)
    else void onEnter(given)
  }
  return (
    <form
      method="post"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        submit(event.currentTarget)
      }}
    >
      <Field label="E-mail">
        {(control) => <Input {...control} type="email" name="email" autoComplete="email" required />}
      </Field>
      <Field label="Password" hint={isNew ? 'At least 8 characters.' : undefined}>
        {(control) => (
          <Input
            {...control}
            type="password"
            name="password"
            autoComplete={isNew ? 'new-password' : 'current-password'}
            required
            minLength={isNew ? 8 : undefined}
          />
        )}
      </Field>
      <Button type="submit" size="md" disabled={isBusy || signUp.isPending}>
        {isNew ? 'Create account' : 'Sign in'}
      </Button>
      <button
        type="button"
        className="justify-self-center rounded-sm text-sm text-accent hover:underline"
        onClick={() => {
          setNew(!isNew)
          onProblem(null)
        }}
      >
        {isNew ? 'I have an account: sign in' : 'Create an account with e-mail'}
      </button>
    </form>
  )
}
