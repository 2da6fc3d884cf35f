import { z } from 'zod'
import { tryScript } from '@/server/operations/try-script'
import { memberProcedure, router } from '@/server/trpc/init'

const MOST_CHARACTERS = 100_000

export const scriptsRouter = router({
  /** What a script or filter makes of a sample. */
  try: memberProcedure
    .input(
      z.object({
        language: z.enum(['javascript', 'jq']),
        expression: z.string().max(MOST_CHARACTERS),
        input: z.json(),
      }),
    )
    .mutation(({ ctx, input }) => tryScript(ctx.app, ctx.actor, input)),
})
