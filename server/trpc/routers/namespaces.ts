import { z } from 'zod'
import { ensureNamespace } from '@/server/auth/ensure-namespace'
import { createNamespace, renameNamespace } from '@/server/auth/namespaces'
import { seedSamples } from '@/server/operations/seed-samples'
import { freshActor } from '@/server/trpc/fresh-actor'
import { authedProcedure, memberProcedure, router } from '@/server/trpc/init'

const named = z.object({ name: z.string().max(60) })

export const namespacesRouter = router({
  /** Gives a new user their namespace and a namespace its samples; asked on the first page, and harmless to repeat. */
  ensure: authedProcedure.mutation(async ({ ctx }) => {
    const { prisma } = ctx.app
    const name = ctx.namespaceName ?? (await ensureNamespace(prisma, ctx.session.user.id)).name
    await seedSamples(ctx.app, await freshActor(ctx, name))
    return { name }
  }),

  create: authedProcedure.input(named).mutation(async ({ ctx, input }) => {
    await createNamespace(ctx.app.prisma, ctx.session.user.id, input.name)
    await seedSamples(ctx.app, await freshActor(ctx, input.name))
    return { name: input.name }
  }),

  rename: memberProcedure.input(named).mutation(async ({ ctx, input }) => {
    await renameNamespace(ctx.app.prisma, ctx.actor, input.name)
    return { name: input.name }
  }),
})
