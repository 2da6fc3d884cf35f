import { z } from 'zod'
import { RUN_COLUMNS } from '@/server/model/run-list'
import { chooseRunColumns } from '@/server/operations/choose-run-columns'
import { removeRunView, saveRunView } from '@/server/operations/save-run-view'
import { tenantOf } from '@/server/platform/tenant'
import { getRunListLook } from '@/server/queries/get-run-list-look'
import { memberProcedure, router } from '@/server/trpc/init'

const MOST_CHARACTERS = 4_000

/** How the caller looks at the list of executions. */
export const runViewsRouter = router({
  list: memberProcedure.query(({ ctx }) => getRunListLook(tenantOf(ctx.app.db, ctx.actor.namespaceId), ctx.actor.id)),

  save: memberProcedure
    .input(z.object({ name: z.string().trim().min(1).max(80), query: z.string().max(MOST_CHARACTERS) }))
    .mutation(({ ctx, input }) => saveRunView(ctx.app, ctx.actor, input)),

  remove: memberProcedure
    .input(z.object({ name: z.string() }))
    .mutation(({ ctx, input }) => removeRunView(ctx.app, ctx.actor, input)),

  chooseColumns: memberProcedure
    .input(z.object({ columns: z.array(z.enum(RUN_COLUMNS)).max(RUN_COLUMNS.length).nullable() }))
    .mutation(({ ctx, input }) => chooseRunColumns(ctx.app, ctx.actor, input)),
})
