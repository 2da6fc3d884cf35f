/**
 * next-auth's settings, used by its route and by nothing else. The cookie is an encrypted JWT that names a row of
 * `sessions`; without that row it is worthless, so signing out ends it everywhere.
 */
import type { NextAuthOptions } from 'next-auth'
import { authRouteDb, requireEnv } from './auth-route-db'
import { findOrCreateOAuthUser } from './oauth-user'
import { signInProviders } from './providers'
import { endSession, SESSION_SECONDS, startSession } from './session-row'

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
        if (exists === 0) throw new Error('This session has ended.')
        return token
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => sameOrigin(url, baseUrl),
    },
    events: {
      signOut: ({ token }) => endSession(db, String(token.sid)),
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  }
}

/** A redirect stays on our own pages, whatever was asked for. */
export function sameOrigin(url: string, baseUrl: string): string {
  const target = URL.canParse(url, baseUrl) ? new URL(url, baseUrl) : null
  return target?.origin === new URL(baseUrl).origin ? target.href : baseUrl
}
