import { z } from 'zod'
import { eventHandlerSchema } from '@/server/model/event-handler'
import { jsonObject } from '@/server/model/requests'
import { changeEventHandler } from '@/server/operations/events/change-event-handler'
import { deleteEventHandler } from '@/server/operations/events/delete-event-handler'
import { replayMessage } from '@/server/operations/events/replay-message'
import { createEventHandlers, updateEventHandlers } from '@/server/operations/events/save-event-handlers'
import { sendMessage } from '@/server/operations/events/send-message'
import { tenantOf } from '@/server/platform/tenant'
import { getMessage, listMessageLines } from '@/server/queries/event-messages'
import { listEventHandlers } from '@/server/queries/list-event-handlers'
import { memberProcedure, router } from '@/server/trpc/init'

const byName = z.object({ name: z.string() })

export const eventsRouter = router({
  handlers: memberProcedure.query(async ({ ctx }) => {
    const { namespaceId } = ctx.actor
    const handlers = await listEventHandlers(tenantOf(ctx.app.db, namespaceId))
    const problemOf = (event: string) => ctx.app.sources.problem(namespaceId, event)
    return handlers.map((handler) => ({ ...handler, problem: handler.active ? problemOf(handler.event) : null }))
  }),

  create: memberProcedure
    .input(eventHandlerSchema)
    .mutation(({ ctx, input }) => createEventHandlers(ctx.app, ctx.actor, [input])),

  update: memberProcedure
    .input(eventHandlerSchema)
    .mutation(({ ctx, input }) => updateEventHandlers(ctx.app, ctx.actor, [input])),

  setActive: memberProcedure
    .input(byName.extend({ active: z.boolean() }))
    .mutation(({ ctx, input: { name, active } }) =>
      changeEventHandler(ctx.app, ctx.actor, { name, change: (handler) => ({ ...handler, active }) }),
    ),

  delete: memberProcedure
    .input(byName)
    .mutation(({ ctx, input }) => deleteEventHandler(ctx.app, ctx.actor, input.name)),

  messages: memberProcedure
    .input(
      z.object({
        event: z.string().nullable(),
        offset: z.number().int().min(0).default(0),
        size: z.number().int().min(1).max(200).default(50),
      }),
    )
    .query(({ ctx, input }) => listMessageLines(tenantOf(ctx.app.db, ctx.actor.namespaceId), input)),

  message: memberProcedure
    .input(z.object({ key: z.string() }))
    .query(({ ctx, input }) => getMessage(tenantOf(ctx.app.db, ctx.actor.namespaceId), input.key)),

  replay: memberProcedure
    .input(z.object({ key: z.string() }))
    .mutation(({ ctx, input }) => replayMessage(ctx.app, ctx.actor, input.key)),

  send: memberProcedure
    .input(z.object({ event: z.string().min(1, 'Missing event location'), payload: jsonObject }))
    .mutation(({ ctx, input }) => sendMessage(ctx.app, ctx.actor, input)),
})
