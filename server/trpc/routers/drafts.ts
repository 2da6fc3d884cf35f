import { z } from 'zod'
import { saveDraft } from '@/server/operations/save-draft'
import { settleDraft } from '@/server/operations/settle-draft'
import { tenantOf } from '@/server/platform/tenant'
import { getDraft } from '@/server/queries/get-draft'
import { listDrafts } from '@/server/queries/list-drafts'
import { openDefinition } from '@/server/queries/open-definition'
import { memberProcedure, router } from '@/server/trpc/init'

const id = z.uuid()
const draftSchema = z.object({
  id,
  name: z.string().nullable(),
  version: z.number().int().nullable(),
  baseUpdatedAt: z.number().int().nullable(),
  text: z.string(),
  revision: z.number().int().min(0),
})

/** A person's own drafts in the namespace on show. */
export const draftsRouter = router({
  get: memberProcedure
    .input(z.union([z.object({ id }), z.object({ name: z.string(), version: z.number().int() })]))
    .query(({ ctx, input }) => getDraft(tenantOf(ctx.app.db, ctx.actor.namespaceId), ctx.actor.id, input)),

  /** A version to edit with the caller's draft of it; `version` null: the newest. */
  open: memberProcedure
    .input(z.object({ name: z.string(), version: z.number().int().nullable() }))
    .query(({ ctx, input }) => openDefinition(tenantOf(ctx.app.db, ctx.actor.namespaceId), ctx.actor.id, input)),

  list: memberProcedure
    .input(z.object({ name: z.string().nullable() }))
    .query(({ ctx, input }) => listDrafts(tenantOf(ctx.app.db, ctx.actor.namespaceId), ctx.actor.id, input.name)),

  save: memberProcedure.input(draftSchema).mutation(({ ctx, input }) => saveDraft(ctx.app, ctx.actor, input)),

  settle: memberProcedure
    .input(z.object({ id, published: z.string().nullable() }))
    .mutation(({ ctx, input }) => settleDraft(ctx.app, ctx.actor, input)),
})
