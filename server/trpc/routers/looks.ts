import { z } from 'zod'
import { saveLook } from '@/server/operations/save-look'
import { tenantOf } from '@/server/platform/tenant'
import { getLook } from '@/server/queries/get-look'
import { memberProcedure, router } from '@/server/trpc/init'

/** A workflow's name, or `draft:<id>` before it has one. */
const workflow = z.string().min(1).max(500)
const MOST_CHARACTERS = 100_000
const folded = z
  .array(z.string().max(500))
  .refine((ids) => ids.join('').length <= MOST_CHARACTERS, `at most ${MOST_CHARACTERS} characters`)

/** How the caller looks at workflows. */
export const looksRouter = router({
  get: memberProcedure
    .input(z.object({ workflow }))
    .query(({ ctx, input }) => getLook(tenantOf(ctx.app.db, ctx.actor.namespaceId), ctx.actor.id, input.workflow)),

  save: memberProcedure
    .input(z.object({ workflow, direction: z.enum(['down', 'right']), folded: folded.nullable() }))
    .mutation(({ ctx, input }) => saveLook(ctx.app, ctx.actor, input)),
})
