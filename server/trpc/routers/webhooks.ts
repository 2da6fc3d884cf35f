import { z } from 'zod'
import { type WebhookConfig, webhookConfigSchema } from '@/server/model/webhook'
import { createWebhook, removeWebhook, updateWebhook } from '@/server/operations/webhooks/save-webhook'
import { tenantOf } from '@/server/platform/tenant'
import { listWebhookEvents, listWebhooks } from '@/server/queries/list-webhooks'
import { memberProcedure, router } from '@/server/trpc/init'

const byId = z.object({ id: z.uuid() })
const EVENTS_SHOWN = 50

export const webhooksRouter = router({
  list: memberProcedure.query(({ ctx }) => listWebhooks(tenantOf(ctx.app.db, ctx.actor.namespaceId))),

  events: memberProcedure
    .input(byId)
    .query(({ ctx, input }) => listWebhookEvents(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.id, EVENTS_SHOWN)),

  /** Answers the id of a new one too. */
  save: memberProcedure.input(webhookConfigSchema).mutation(async ({ ctx, input }) => {
    const { id } = input
    if (!id) return createWebhook(ctx.app, ctx.actor, input)
    await updateWebhook(ctx.app, ctx.actor, { ...input, id } satisfies WebhookConfig & { id: string })
    return id
  }),

  delete: memberProcedure.input(byId).mutation(({ ctx, input }) => removeWebhook(ctx.app, ctx.actor, input.id)),
})
