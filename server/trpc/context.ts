import type { Session } from '@/server/auth/read-session'
import { readSession, stillMember } from '@/server/auth/read-session'
import type { Actor } from '@/server/model/actor'
import type { App } from '@/server/operations/app'

export interface TrpcContext {
  readonly app: App
  /** The signed-in user with the namespaces they belong to now, or null. */
  readonly session: Session | null
  /** The namespace the page shows; only a wish until it is found among the memberships. */
  readonly namespaceName: string | null
  /** Where the request came from, for throttling. */
  readonly address: string
  readonly isStillMember: (actor: Actor) => Promise<boolean>
}

export interface RequestFacts {
  readonly cookie: string | null
  readonly namespaceName: string | null
  readonly address: string
}

/** Made once per HTTP request; needs no HTTP itself, so that tests can call routers directly. */
export async function createContext(app: App, facts: RequestFacts): Promise<TrpcContext> {
  return {
    app,
    session: await readSession(app.prisma, app.env, facts.cookie),
    namespaceName: facts.namespaceName,
    address: facts.address,
    isStillMember: (actor) => stillMember(app.prisma, actor),
  }
}
