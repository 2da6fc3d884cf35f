'use client'

import { ArrowRight } from 'lucide-react'
import { signIn } from 'next-auth/react'
import { useState } from 'react'
import { Logo } from '@/components/shell/logo'
import { Button } from '@/components/ui/button'
import { ownPath } from './own-path'
import { PasswordForm } from './password-form'
import { signInError } from './sign-in-error'

export interface SignInPageProps {
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  readonly callbackUrl: string
  readonly error: string | null
}

export function SignInPage({ providers, callbackUrl, error }: SignInPageProps) {
  const [problem, setProblem] = useState(error === null ? null : signInError(error))
  const [isBusy, setBusy] = useState(false)

  const enter = async (provider: string, credentials: Record<string, string> = {}) => {
    setBusy(true)
    setProblem(null)
    const answer = await signIn(provider, { ...credentials, redirect: false }).catch(() => undefined)
    if (answer?.ok && !answer.error) {
      window.location.assign(ownPath(callbackUrl, window.location.origin))
      return
    }
    setBusy(false)
    setProblem(answer?.error ? signInError(answer.error) : 'The server cannot be reached. Try again in a moment.')
  }
  return (
    <main id="content" className="mx-auto flex min-h-dvh w-full max-w-[360px] flex-col justify-center gap-6 px-5 py-10">
      <header className="grid justify-items-center gap-4 text-center">
        <Logo className="size-10 [&_svg]:size-7" />
        <div className="grid gap-1">
          <h1 className="text-xl font-semibold">Conductor Playground</h1>
          <p className="text-text-2">Build a workflow, run it, and watch every step.</p>
        </div>
      </header>
      {problem ? (
        <p
          role="alert"
          className="rounded-md border border-status-failed px-3 py-2 text-status-failed"
          style={{ backgroundColor: 'color-mix(in srgb, var(--status-failed) 8%, var(--surface))' }}
        >
          {problem}
        </p>
      ) : null}
      <div className="grid gap-2">
        <Button variant="primary" size="lg" disabled={isBusy} onClick={() => void enter('guest')}>
          Continue as guest
          <ArrowRight strokeWidth={1.5} aria-hidden />
        </Button>
        <p className="text-center text-sm text-text-3">No form. You can keep the account later with an e-mail.</p>
      </div>
      <div className="flex items-center gap-3 text-sm text-text-3" aria-hidden>
        <span className="h-px flex-1 bg-border" />
        or
        <span className="h-px flex-1 bg-border" />
      </div>
      {providers.length > 0 ? (
        <div className="grid gap-2">
          {providers.map(({ id, name }) => (
            <Button
              key={id}
              size="md"
              disabled={isBusy}
              onClick={() => void signIn(id, { callbackUrl: ownPath(callbackUrl, window.location.origin) })}
            >
              Continue with {name}
            </Button>
          ))}
        </div>
      ) : null}
      <PasswordForm isBusy={isBusy} onProblem={setProblem} onEnter={(given) => enter('password', given)} />
    </main>
  )
}
