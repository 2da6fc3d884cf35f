import { z } from 'zod'
import { isJsonObject, type JsonObject } from '@/server/model/json'
import { removeInput, saveInput } from '@/server/operations/save-input'
import { tenantOf } from '@/server/platform/tenant'
import { listSavedInputs } from '@/server/queries/list-saved-inputs'
import { memberProcedure, router } from '@/server/trpc/init'

const workflow = z.string().min(1).max(500)
const name = z.string().trim().min(1).max(80)

/** Inputs to start a workflow with, kept under names that everybody in the namespace sees. */
export const savedInputsRouter = router({
  list: memberProcedure
    .input(z.object({ workflow }))
    .query(({ ctx, input }) => listSavedInputs(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.workflow)),

  save: memberProcedure
    .input(z.object({ workflow, name, input: z.custom<JsonObject>(isJsonObject, 'must be a JSON object') }))
    .mutation(({ ctx, input }) => saveInput(ctx.app, ctx.actor, input)),

  remove: memberProcedure
    .input(z.object({ workflow, name: z.string() }))
    .mutation(({ ctx, input }) => removeInput(ctx.app, ctx.actor, input)),
})
