import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInPage } from '@/components/sign-in/sign-in-page'
import { readVisitor } from '@/server/auth/session'

export const metadata: Metadata = { title: 'Sign in' }

interface SignInProps {
  readonly searchParams: Promise<{ readonly callbackUrl?: string; readonly error?: string }>
}

export default async function SignIn({ searchParams }: SignInProps) {
  const { callbackUrl, error } = await searchParams
  if ((await readVisitor()) !== null) redirect('/')
  const providers = [
    ...(process.env.GOOGLE_CLIENT_ID && process.env.GOOGLE_CLIENT_SECRET ? [{ id: 'google', name: 'Google' }] : []),
    ...(process.env.GITHUB_CLIENT_ID && process.env.GITHUB_CLIENT_SECRET ? [{ id: 'github', name: 'GitHub' }] : []),
  ]
  return <SignInPage providers={providers} callbackUrl={callbackUrl ?? '/'} error={error ?? null} />
}
