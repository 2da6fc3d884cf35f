import type { TaskId } from '@/server/model/ids'
import { admitExecutions } from '@/server/operations/admit-executions'
import { admitSystemWork } from '@/server/operations/admit-system-work'
import type { App } from '@/server/operations/app'
import { deliverLeftMail } from '@/server/operations/deliver-left-mail'
import { createRecentLeases, fireTimers } from '@/server/operations/fire-timers'
import { forgetGuests } from '@/server/operations/forget-guests'
import { dropLeases, keepLeases } from '@/server/operations/keep-leases'
import { performWork } from '@/server/operations/perform-work'
import { removeExpiredResults } from '@/server/operations/remove-expired-results'
import { removeOldExecutions } from '@/server/operations/remove-old-executions'
import { fireSchedules, removeOldFirings } from '@/server/operations/schedules/fire-schedules'
import { startLoop } from './loop'
import { startMessageLoop } from './message-loop'

/** The loops behind an App. They hold no rules: each step is an operation. */
export interface Runner {
  stop(): Promise<void>
}

/** Deadlines of other replicas, and of claims, are only seen by looking. */
const LOOK_FOR_TIMERS_MS = 500
/** Windows of rates pass, and places become free on other replicas. */
const LOOK_FOR_PLACES_MS = 250
const MAIL_EVERY_MS = 2_000
const KEEP_LEASES_EVERY_MS = 10_000
const FLUSH_POLLS_EVERY_MS = 5_000
const LEARN_DOMAINS_EVERY_MS = 1_000
const TIDY_EVERY_MS = 60_000

export function startRunner(app: App): Runner {
  const { logger, store } = app
  const recent = createRecentLeases()
  const held = new Set<TaskId>()

  const stopWork = store.onWork((work) => {
    const taskId = 'taskId' in work.effect ? work.effect.taskId : null
    if (taskId !== null) held.add(taskId)
    void performWork(app, work).finally(() => taskId !== null && held.delete(taskId))
  })
  const every = (name: string, ms: number, step: () => Promise<unknown>) =>
    startLoop({ name, logger, step: () => step().then(() => ms) })

  const timers = startLoop({
    name: 'timers',
    logger,
    step: async () => Math.min((await fireTimers(app, recent)) ?? LOOK_FOR_TIMERS_MS, LOOK_FOR_TIMERS_MS),
  })
  const stopDeadlines = store.onDeadline((at, now) => timers.hurry(at - now))
  const places = startLoop({
    name: 'places',
    logger,
    step: async () => ((await admitSystemWork(app)) + (await admitExecutions(app)) > 0 ? 0 : LOOK_FOR_PLACES_MS),
  })
  const stopPlaces = store.onPlaces(() => places.hurry(0))
  const loops = [
    timers,
    startMessageLoop(app),
    places,
    every('mail', MAIL_EVERY_MS, () => deliverLeftMail(app)),
    every('leases', KEEP_LEASES_EVERY_MS, () => keepLeases(app, held)),
    every('poll data', FLUSH_POLLS_EVERY_MS, () => store.queue.pollData.flush()),
    every('domains', LEARN_DOMAINS_EVERY_MS, () => store.queue.pollData.domains.learn()),
    every('guests', TIDY_EVERY_MS, () => forgetGuests(app)),
    startLoop({ name: 'schedules', logger, step: () => fireSchedules(app) }),
    every('old schedule runs', TIDY_EVERY_MS, () => removeOldFirings(app)),
    every('expired results', TIDY_EVERY_MS, () => removeExpiredResults(app)),
    every('old executions', TIDY_EVERY_MS, () => removeOldExecutions(app)),
  ]

  return {
    async stop() {
      stopDeadlines()
      stopPlaces()
      stopWork()
      await Promise.all(loops.map((loop) => loop.stop()))
      await dropLeases(app, held)
    },
  }
}
