import { headers } from 'next/headers'
import { authRouteDb, requireEnv } from './auth-route-db'
import { readSession } from './read-session'

/** For pages: whether the visitor is signed in. Everything else about them comes through tRPC. */
export async function isSignedIn(): Promise<boolean> {
  const key = { publicUrl: requireEnv('NEXTAUTH_URL'), secret: requireEnv('NEXTAUTH_SECRET') }
  return (await readSession(authRouteDb(), key, (await headers()).get('cookie'))) !== null
}
