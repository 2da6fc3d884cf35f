import { memberActor } from '@/server/auth/member-actor'
import { readMemberships, type Session } from '@/server/auth/read-session'
import type { Actor } from '@/server/model/actor'
import type { TrpcContext } from './context'

/** The user as a member of a namespace that this very request may have made. */
export async function freshActor(ctx: TrpcContext & { readonly session: Session }, name: string): Promise<Actor> {
  const memberships = await readMemberships(ctx.app.prisma, ctx.session.user.id)
  return memberActor({ ...ctx.session, memberships }, name)
}
