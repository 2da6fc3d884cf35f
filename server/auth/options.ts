/**
 * next-auth's settings, used by its route and by nothing else. The cookie is an encrypted JWT that names a row of
 * `sessions`; without that row it is worthless, so signing out ends it everywhere.
 */
import type { NextAuthOptions } from 'next-auth'
import { createLogger } from '@/server/platform/logger'
import { authRouteDb, requireEnv } from './auth-route-db'
import { findOrCreateOAuthUser } from './oauth-user'
import { signInProviders } from './providers'
import { endSession, SESSION_SECONDS, startSession } from './session-row'

const SESSION_ENDED = 'This session has ended.'
const logger = createLogger(process.env.LOG_LEVEL ?? 'info')

export function authOptions(): NextAuthOptions {
  const db = authRouteDb()
  return {
    secret: requireEnv('NEXTAUTH_SECRET'),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/' },
    providers: signInProviders(db),
    callbacks: {
      async signIn({ user, account }) {
        if (account === null || account.type === 'credentials') return true
        const userId = await findOrCreateOAuthUser(db, {
          provider: account.provider,
          providerAccountId: account.providerAccountId,
          email: user.email ?? null,
          name: user.name ?? null,
          image: user.image ?? null,
        })
        if (userId === null) return '/sign-in?error=OAuthAccountNotLinked'
        user.id = userId
        return true
      },
      async jwt({ token, user }) {
        if (user !== undefined) return { sid: await startSession(db, user.id) }
        const exists = await db.session.count({ where: { id: String(token.sid), expiresAt: { gt: new Date() } } })
        if (exists === 0) throw new Error(SESSION_ENDED)
        return token
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => sameOrigin(url, baseUrl),
    },
    events: {
      signOut: ({ token }) => endSession(db, String(token.sid)),
    },
    logger: { error: logProblem, warn: () => undefined, debug: () => undefined },
  }
}

/** Only the code and the message: what else next-auth tells may hold tokens. */
function logProblem(code: string, details: unknown): void {
  const cause = details instanceof Error ? details : (details as { error?: unknown }).error
  const message = cause instanceof Error ? cause.message : String(cause)
  if (message !== SESSION_ENDED) logger.error({ code, message }, 'Signing in failed')
}

/** A redirect stays on our own pages, whatever was asked for. */
export function sameOrigin(url: string, baseUrl: string): string {
  const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl
}
