import { headers } from 'next/headers'
import { authRouteDb, requireEnv } from './auth-route-db'
import { readSession } from './read-session'

export interface Visitor {
  /** Whether their namespaces are there and set up; a first visit begins without. */
  readonly isReady: boolean
}

/** For pages: whether the visitor is signed in. Everything else about them comes through tRPC. */
export async function readVisitor(): Promise<Visitor | null> {
  const key = { publicUrl: requireEnv('NEXTAUTH_URL'), secret: requireEnv('NEXTAUTH_SECRET') }
  const session = await readSession(authRouteDb(), key, (await headers()).get('cookie'))
  if (session === null) return null
  const { memberships } = session
  return { isReady: memberships.length > 0 && memberships.every((each) => each.role !== 'owner' || each.hasSamples) }
}
