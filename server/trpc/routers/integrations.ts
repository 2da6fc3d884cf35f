import { z } from 'zod'
import { integrationUpdateSchema } from '@/server/model/integration'
import { deleteIntegration } from '@/server/operations/integrations/delete-integration'
import { saveIntegration } from '@/server/operations/integrations/save-integration'
import { testIntegration } from '@/server/operations/integrations/test-integration'
import { tenantOf } from '@/server/platform/tenant'
import { listIntegrations } from '@/server/queries/list-integrations'
import { memberProcedure, router } from '@/server/trpc/init'

const byName = z.object({ name: z.string().max(64) })

export const integrationsRouter = router({
  list: memberProcedure.query(({ ctx }) => listIntegrations(tenantOf(ctx.app.db, ctx.actor.namespaceId))),

  save: memberProcedure
    .input(byName.extend({ isNew: z.boolean(), update: integrationUpdateSchema }))
    .mutation(({ ctx, input }) => saveIntegration(ctx.app, ctx.actor, input)),

  delete: memberProcedure.input(byName).mutation(({ ctx, input }) => deleteIntegration(ctx.app, ctx.actor, input.name)),

  /** Connects as a task would: it changes nothing here, but it calls out. */
  test: memberProcedure.input(byName).mutation(({ ctx, input }) => testIntegration(ctx.app, ctx.actor, input.name)),
})
