import { tracked } from '@trpc/server'
import { z } from 'zod'
import { tenantOf } from '@/server/platform/tenant'
import { getRunChanges, getRunRevision } from '@/server/queries/get-run-changes'
import { listPollers } from '@/server/queries/list-pollers'
import { type FollowRun, followRun } from '@/server/trpc/follow-run'
import { memberProcedure, router } from '@/server/trpc/init'
import { pause } from '@/server/trpc/pause'
import { createViewerSlots } from '@/server/trpc/viewer-slots'

const slots = createViewerSlots()

const POLLERS_EVERY_MS = 1_000
const POLLER_WINDOW_MS = 60_000

export const liveRouter = router({
  /**
   * The changes of one run. The id of a message is the revision it leads to, so a lost connection loses nothing.
   * What can be refused is refused before the stream begins: an error inside it would be taken for a lost connection.
   */
  execution: memberProcedure
    .input(z.object({ workflowId: z.string(), lastEventId: z.string().nullish() }))
    .subscription(async ({ ctx, input, signal }) => {
      const { app, actor } = ctx
      const { workflowId } = input
      const tenant = tenantOf(app.db, actor.namespaceId)
      await getRunRevision(tenant, workflowId)
      const leave = slots.take(actor.namespaceId, app.quotas.liveViewers)
      signal?.addEventListener('abort', leave)
      return trackedUpdates({
        since: Number(input.lastEventId ?? 0) || 0,
        read: (seen) => getRunChanges(tenant, workflowId, seen),
        onNews: (wake) => {
          const stop = app.live.subscribe(workflowId, wake)
          return () => {
            stop()
            leave()
          }
        },
        signal,
      })
    }),

  /** The workers that polled in the last minute, whenever that changes: home greets a new one. */
  workers: memberProcedure.subscription(async ({ ctx, signal }) => {
    const { app, actor } = ctx
    const leave = slots.take(actor.namespaceId, app.quotas.liveViewers)
    signal?.addEventListener('abort', leave)
    const tenant = tenantOf(app.db, actor.namespaceId)
    return arrivals(() => listPollers(tenant, app.clock.now() - POLLER_WINDOW_MS), leave, signal)
  }),
})

async function* arrivals(read: () => ReturnType<typeof listPollers>, leave: () => void, signal?: AbortSignal) {
  let sent = ''
  try {
    while (!signal?.aborted) {
      const pollers = await read()
      const faces = JSON.stringify(pollers.map(({ lastPollTime: _, ...who }) => who))
      if (faces !== sent) yield pollers
      sent = faces
      await pause(POLLERS_EVERY_MS, signal)
    }
  } finally {
    leave()
  }
}

async function* trackedUpdates(follow: FollowRun) {
  for await (const { revision, update } of followRun(follow)) yield tracked(String(revision), update)
}
