import { z } from 'zod'
import { schemaDefSchema } from '@/server/model/schema-def'
import { deleteSchema } from '@/server/operations/schemas/delete-schema'
import { saveSchemas } from '@/server/operations/schemas/save-schemas'
import { tenantOf } from '@/server/platform/tenant'
import { listSchemas } from '@/server/queries/list-schemas'
import { memberProcedure, router } from '@/server/trpc/init'

export const schemasRouter = router({
  /** All of them, each name's newest version first. */
  list: memberProcedure.query(({ ctx }) => listSchemas(tenantOf(ctx.app.db, ctx.actor.namespaceId))),

  save: memberProcedure
    .input(z.object({ schema: schemaDefSchema, newVersion: z.boolean() }))
    .mutation(({ ctx, input: { schema, newVersion } }) =>
      saveSchemas(ctx.app, ctx.actor, { schemas: [schema], newVersion }),
    ),

  delete: memberProcedure
    .input(z.object({ name: z.string(), version: z.number().int().nullable() }))
    .mutation(({ ctx, input }) => deleteSchema(ctx.app, ctx.actor, input)),
})
