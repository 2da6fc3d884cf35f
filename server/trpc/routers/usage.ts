import { tenantOf } from '@/server/platform/tenant'
import { getUsage } from '@/server/queries/get-usage'
import { memberProcedure, router } from '@/server/trpc/init'

export const usageRouter = router({
  /** Every limit of this installation, and what this namespace uses of those that are counted. */
  get: memberProcedure.query(async ({ ctx }) => ({
    isPublic: ctx.app.env.isPublic,
    limits: ctx.app.limits,
    quotas: ctx.app.quotas,
    used: await getUsage(tenantOf(ctx.app.db, ctx.actor.namespaceId)),
  })),
})
