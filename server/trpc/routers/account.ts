import { z } from 'zod'
import { spendSignUp } from '@/server/auth/auth-throttles'
import { renameUser } from '@/server/auth/rename-user'
import { keepGuest, signUp } from '@/server/auth/sign-up'
import { authedProcedure, publicProcedure, router } from '@/server/trpc/init'

const account = z.object({
  email: z.string().max(254),
  password: z.string().max(200),
  name: z.string().max(80).optional(),
})

export const accountRouter = router({
  /** Who is signed in, where they belong, and whether their first namespace must still be set up. */
  me: authedProcedure.query(({ ctx }) => {
    const { user, memberships } = ctx.session
    const current =
      ctx.namespaceName === null ? memberships[0] : memberships.find((each) => each.namespaceName === ctx.namespaceName)
    return {
      id: user.id,
      name: user.name,
      email: user.email,
      isGuest: user.isGuest,
      isOperator: user.isOperator,
      expiresAt: user.expiresAt?.toISOString() ?? null,
      isPublic: ctx.app.env.isPublic,
      namespaces: memberships.map(({ namespaceName, role }) => ({ name: namespaceName, role })),
      namespace: current ? { name: current.namespaceName, role: current.role } : null,
      needsSetup: memberships.length === 0 || (current?.role === 'owner' && !current.hasSamples),
    }
  }),

  signUp: publicProcedure.input(account).mutation(async ({ ctx, input }) => {
    spendSignUp(ctx.app.quotas.signUpsPerHour, ctx.address)
    await signUp(ctx.app.prisma, input)
  }),

  /** A guest adds an e-mail and a password and stays. */
  keep: authedProcedure.input(account).mutation(async ({ ctx, input }) => {
    spendSignUp(ctx.app.quotas.signUpsPerHour, ctx.address)
    await keepGuest(ctx.app.prisma, ctx.session.user.id, input)
  }),

  rename: authedProcedure.input(z.object({ name: z.string().max(80) })).mutation(async ({ ctx, input }) => {
    await renameUser(ctx.app.prisma, ctx.session.user.id, input.name)
  }),
})
