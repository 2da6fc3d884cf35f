import { z } from 'zod'
import { listAuditLog } from '@/server/auth/audit-log'
import { createCredential, listCredentials, revokeCredential } from '@/server/auth/credentials'
import { KEY_ROLES } from '@/server/model/actor'
import { tenantOf } from '@/server/platform/tenant'
import { getPollData } from '@/server/queries/get-poll-data'
import { memberProcedure, router } from '@/server/trpc/init'

export const accessRouter = router({
  list: memberProcedure.query(({ ctx }) => listCredentials(ctx.app.prisma, ctx.actor)),

  create: memberProcedure
    .input(z.object({ kind: z.enum(['token', 'access_key']), name: z.string().max(200), role: z.enum(KEY_ROLES) }))
    .mutation(({ ctx, input }) =>
      createCredential(ctx.app.prisma, ctx.actor, { ...input, limit: ctx.app.quotas.accessKeys }),
    ),

  revoke: memberProcedure
    .input(z.object({ id: z.string().max(64) }))
    .mutation(({ ctx, input }) => revokeCredential(ctx.app.prisma, ctx.actor, input.id)),

  log: memberProcedure.query(({ ctx }) => listAuditLog(ctx.app.prisma, ctx.actor)),

  /** Who polls for a kind of work, the latest first: how the pages tell that a worker has arrived. */
  workers: memberProcedure
    .input(z.object({ taskType: z.string().max(255) }))
    .query(({ ctx, input }) => getPollData(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.taskType)),
})
