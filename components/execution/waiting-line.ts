import { formatDuration } from '@/components/ui/format-duration'
import { formatClock } from '@/components/ui/format-time'
import type { Poller, RunTask } from '@/server/model/run-view'
import { pollersOf } from './pollers'

const DAY = 86_400_000

/** Why an open task does not move, in a few words; null when it is being worked on. */
export function waitingLine(row: RunTask, now: number, pollers: readonly Poller[]): string | null {
  if (row.taskType === 'WAIT') return row.waitTimeout > 0 ? waitMoment(row.waitTimeout, now) : 'for a signal'
  if (row.taskType === 'HUMAN') return 'for a person'
  if (row.taskType === 'WAIT_FOR_WEBHOOK') return 'for a webhook'
  if (row.taskType === 'YIELD') return 'for a signal'
  if (row.performer !== 'worker' || row.status !== 'SCHEDULED') return null
  if (row.deliverAt > now) return `again in ${formatDuration(row.deliverAt - now)}`
  return pollersOf(row, pollers, now).length > 0 ? 'in the queue' : 'no worker yet'
}

/** `until 18:00:05`, with the date when it is further off than a day. */
export function waitMoment(time: number, now: number): string {
  const isFar = time - now > DAY
  const when = isFar
    ? new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
    : formatClock(time)
  return `until ${when}`
}
