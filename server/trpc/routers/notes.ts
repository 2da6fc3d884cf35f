import { z } from 'zod'
import { removeNote, saveNote } from '@/server/operations/save-note'
import { tenantOf } from '@/server/platform/tenant'
import { listNotes } from '@/server/queries/list-notes'
import { memberProcedure, router } from '@/server/trpc/init'

const subject = z.string().min(1).max(500)
const coordinate = z.number().int().min(-1_000_000).max(1_000_000)

/** Remarks on a definition: shared in the namespace, never part of the Conductor JSON. */
export const notesRouter = router({
  list: memberProcedure
    .input(z.object({ subject }))
    .query(({ ctx, input }) => listNotes(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.subject)),

  save: memberProcedure
    .input(
      z.object({
        id: z.uuid(),
        subject,
        ref: z.string().max(500).nullable(),
        text: z.string().max(4_000),
        x: coordinate,
        y: coordinate,
      }),
    )
    .mutation(({ ctx, input }) => saveNote(ctx.app, ctx.actor, input)),

  remove: memberProcedure
    .input(z.object({ id: z.uuid() }))
    .mutation(({ ctx, input }) => removeNote(ctx.app, ctx.actor, input)),
})
