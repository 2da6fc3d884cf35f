import { z } from 'zod'
import { saveScheduleRequestSchema } from '@/server/model/schedule'
import { deleteSchedule } from '@/server/operations/schedules/delete-schedule'
import { nextFewTimes } from '@/server/operations/schedules/next-few-times'
import { pauseSchedule, resumeSchedule } from '@/server/operations/schedules/pause-schedule'
import { runScheduleNow } from '@/server/operations/schedules/run-schedule-now'
import { saveSchedule } from '@/server/operations/schedules/save-schedule'
import { tenantOf } from '@/server/platform/tenant'
import { listSchedules } from '@/server/queries/schedules/list-schedules'
import { searchScheduleExecutions } from '@/server/queries/schedules/search-schedule-executions'
import { memberProcedure, router } from '@/server/trpc/init'

const byName = z.object({ name: z.string() })
const HISTORY_ROWS = 50

export const schedulesRouter = router({
  list: memberProcedure.query(({ ctx }) => listSchedules(tenantOf(ctx.app.db, ctx.actor.namespaceId))),

  nextTimes: memberProcedure
    .input(z.object({ cronExpression: z.string().max(256), zoneId: z.string().max(100) }))
    .query(({ ctx, input }) => nextFewTimes({ clock: input, limit: 5, now: ctx.app.clock.now() })),

  history: memberProcedure.input(byName).query(({ ctx, input }) =>
    searchScheduleExecutions(tenantOf(ctx.app.db, ctx.actor.namespaceId), {
      query: `scheduleName = '${input.name.replaceAll("'", "\\'")}'`,
      freeText: '*',
      sort: '',
      start: 0,
      size: HISTORY_ROWS,
    }),
  ),

  save: memberProcedure
    .input(saveScheduleRequestSchema)
    .mutation(({ ctx, input }) => saveSchedule(ctx.app, ctx.actor, input)),

  runNow: memberProcedure.input(byName).mutation(({ ctx, input }) => runScheduleNow(ctx.app, ctx.actor, input.name)),

  pause: memberProcedure
    .input(byName.extend({ reason: z.string().max(500).nullish() }))
    .mutation(({ ctx, input }) =>
      pauseSchedule(ctx.app, ctx.actor, { name: input.name, reason: input.reason ?? null }),
    ),

  resume: memberProcedure.input(byName).mutation(({ ctx, input }) => resumeSchedule(ctx.app, ctx.actor, input.name)),

  delete: memberProcedure.input(byName).mutation(({ ctx, input }) => deleteSchedule(ctx.app, ctx.actor, input.name)),
})
