import { z } from 'zod'
import { listFeedback, sendFeedback } from '@/server/auth/feedback'
import { authedProcedure, memberProcedure, router } from '@/server/trpc/init'

const message = z.string().trim().min(1, 'Say something first.').max(4000, 'At most 4,000 characters, please.')

export const feedbackRouter = router({
  send: memberProcedure
    .input(z.object({ page: z.string().max(500), message }))
    .mutation(({ ctx, input }) =>
      sendFeedback(ctx.app.prisma, ctx.session, { ...input, namespaceId: ctx.actor.namespaceId }),
    ),

  list: authedProcedure.query(({ ctx }) => listFeedback(ctx.app.prisma, ctx.session)),
})
