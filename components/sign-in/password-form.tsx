'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
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

/** Sign in with e-mail and password, or make the account first. */
export function PasswordForm({ isBusy, onProblem, onEnter }: PasswordFormProps) {
  const trpc = useTRPC()
  const [isNew, setNew] = useState(false)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signUp = useMutation(
    trpc.account.signUp.mutationOptions({
      onSuccess: () => onEnter({ email, password }),
      onError: (error) => onProblem(errorText(error)),
    }),
  )
  const submit = () => {
    onProblem(null)
    if (isNew) signUp.mutate({ email, password })
    else void onEnter({ email, password })
  }
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Field label="E-mail">
        {(control) => (
          <Input
            {...control}
            type="email"
            name="email"
            autoComplete="email"
            required
            value={email}
            onChange={(event) => setEmail(event.target.value)}
          />
        )}
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
            value={password}
            onChange={(event) => setPassword(event.target.value)}
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
