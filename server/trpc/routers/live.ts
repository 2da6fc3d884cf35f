import { tracked } from '@trpc/server'
import { z } from 'zod'
import { tenantOf } from '@/server/platform/tenant'
import { getRunChanges } from '@/server/queries/get-run-changes'
import { listPollers } from '@/server/queries/list-pollers'
import { followRun } from '@/server/trpc/follow-run'
import { memberProcedure, router } from '@/server/trpc/init'
import { pause } from '@/server/trpc/pause'
import { createViewerSlots } from '@/server/trpc/viewer-slots'

const slots = createViewerSlots()

const POLLERS_EVERY_MS = 1_000
const POLLER_WINDOW_MS = 60_000

export const liveRouter = router({
  /** The changes of one run. The id of a message is the revision it leads to, so a lost connection loses nothing. */
  execution: memberProcedure
    .input(z.object({ workflowId: z.string(), lastEventId: z.string().nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const { app, actor } = ctx
      const tenant = tenantOf(app.db, actor.namespaceId)
      const leave = slots.take(actor.namespaceId, app.quotas.liveViewers)
      const updates = followRun({
        since: Number(input.lastEventId ?? 0) || 0,
        read: (seen) => getRunChanges(tenant, input.workflowId, seen),
        onNews: (wake) => app.live.subscribe(input.workflowId, wake),
        signal,
      })
      try {
        for await (const { revision, update } of updates) yield tracked(String(revision), update)
      } finally {
        leave()
      }
    }),

  /** The workers that polled in the last minute, whenever that changes: home greets a new one. */
  workers: memberProcedure.subscription(async function* ({ ctx, signal }) {
    const { app, actor } = ctx
    const tenant = tenantOf(app.db, actor.namespaceId)
    let sent = ''
    while (!signal?.aborted) {
      const pollers = await listPollers(tenant, app.clock.now() - POLLER_WINDOW_MS)
      const faces = JSON.stringify(pollers.map(({ lastPollTime: _, ...who }) => who))
      if (faces !== sent) yield pollers
      sent = faces
      await pause(POLLERS_EVERY_MS, signal)
    }
  }),
})
