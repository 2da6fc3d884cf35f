import type { NextAuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import GitHubProvider from 'next-auth/providers/github'
import GoogleProvider from 'next-auth/providers/google'
import { readLimits } from '@/server/platform/limit-settings'
import type { Prisma } from '@/server/platform/prisma'
import { authThrottles, spendSignUp } from './auth-throttles'
import { checkPassword } from './check-password'
import { createGuest } from './create-guest'

type Providers = NextAuthOptions['providers']
type RequestHeaders = Record<string, string> | undefined

/** Google and GitHub are offered when their two variables are set. */
export function signInProviders(db: Prisma): Providers {
  return [guest(db), password(db), ...google(), ...github()]
}

function guest(db: Prisma): Providers[number] {
  return CredentialsProvider({
    id: 'guest',
    name: 'guest',
    credentials: {},
    async authorize(_credentials, request) {
      const isPublic = ['1', 'true'].includes(process.env.PLAYGROUND_PUBLIC ?? '')
      const { guestDays, signUpsPerHour } = readLimits(process.env, isPublic).quotas
      spendSignUp(signUpsPerHour, addressOf(request.headers))
      return { id: await createGuest(db, guestDays) }
    },
  })
}

function password(db: Prisma): Providers[number] {
  return CredentialsProvider({
    id: 'password',
    name: 'e-mail and password',
    credentials: { email: {}, password: {} },
    async authorize(credentials, request) {
      const { email, password: secret } = credentials ?? {}
      if (typeof email !== 'string' || typeof secret !== 'string') return null
      const address = addressOf(request.headers)
      authThrottles().addresses.spend(address)
      authThrottles().passwords.spend(`${email.trim().toLowerCase()} ${address}`)
      const id = await checkPassword(db, email, secret)
      return id === null ? null : { id }
    },
  })
}

function google(): Providers {
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret } = process.env
  return clientId && clientSecret ? [GoogleProvider({ clientId, clientSecret, checks: ['pkce', 'state'] })] : []
}

function github(): Providers {
  const { GITHUB_CLIENT_ID: clientId, GITHUB_CLIENT_SECRET: clientSecret } = process.env
  return clientId && clientSecret ? [GitHubProvider({ clientId, clientSecret, checks: ['pkce', 'state'] })] : []
}

/** Written by our own front server over whatever the client claimed. */
function addressOf(headers: RequestHeaders): string {
  return headers?.['x-peer-address'] ?? 'unknown'
}
