import type { WorkflowId } from '@/server/model/ids'
import { claimDueWakes } from '@/server/queue/claim-due-wakes'
import { type DueLease, findDueLeases } from '@/server/queue/find-due-leases'
import { findNextDeadline } from '@/server/queue/find-next-deadline'
import type { Submission } from '@/server/store/item'
import type { App } from './app'

const BATCH = 500
/** When a wake-up is tried again, should the one who took it die. */
const TRY_AGAIN_MS = 5_000

/**
 * Wakes what is due: executions whose deadline passed, tasks whose holder fell silent. A lease found overdue a second
 * time within a few seconds is left alone: its wake-up is under way, here or on another replica. Answers with the
 * milliseconds until the next deadline.
 */
export async function fireTimers(app: App, recent: RecentLeases): Promise<number | null> {
  const { link } = app.store.queue
  const wakes = await claimDueWakes(link, TRY_AGAIN_MS, BATCH)
  const leases = recent.fresh(await findDueLeases(link, BATCH), performance.now())
  const wakeOf = ({ workflowId, namespaceId }: (typeof wakes)[number]): Submission => ({
    workflowId,
    namespaceId,
    event: { type: 'wake' },
  })
  const silent = new Map<WorkflowId, DueLease>()
  for (const lease of leases) if (lease.performer === 'worker') silent.set(lease.workflowId, lease)
  const redrives = leases.filter(({ performer }) => performer !== 'worker').map(redriveOf)
  const due = [...wakes.map(wakeOf), ...[...silent.values()].map(wakeOf), ...redrives]
  await Promise.all(due.map((event) => app.store.submit(event).catch((err) => noteFailure(app, event, err))))
  return due.length >= BATCH ? 0 : findNextDeadline(link)
}

function redriveOf({ workflowId, namespaceId, taskId }: DueLease): Submission {
  return { workflowId, namespaceId, event: { type: 'redrive', taskId } }
}

function noteFailure(app: App, { workflowId, event }: Submission, err: unknown): void {
  app.logger.warn({ err, workflowId, event: event.type }, 'A wake-up failed and will be tried again')
}

export interface RecentLeases {
  fresh(leases: readonly DueLease[], now: number): DueLease[]
}

export function createRecentLeases(): RecentLeases {
  const tried = new Map<string, number>()
  return {
    fresh(leases, now) {
      for (const [name, at] of tried) if (now - at >= TRY_AGAIN_MS) tried.delete(name)
      const untried = leases.filter((lease) => !tried.has(nameOf(lease)))
      for (const lease of untried) tried.set(nameOf(lease), now)
      return untried
    },
  }
}

/** A task that was taken again and overdue again is another case. */
const nameOf = ({ taskId, leaseUntil }: DueLease): string => `${taskId} ${leaseUntil}`
