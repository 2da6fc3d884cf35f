import { pollersOf } from '@/components/execution/pollers'
import { waitMoment } from '@/components/execution/waiting-line'
import type { Poller, RunTask } from '@/server/model/run-view'
import { isTerminalTask } from '@/server/model/status'
import type { WorkflowTask } from '@/server/model/workflow-def'

export interface Ask {
  /** What the task waits for, and how it goes on. */
  readonly text: string
  /** The kind of work that a worker would have to ask for. */
  readonly lacksWorkerFor: string | null
}

interface Scene {
  readonly definition: WorkflowTask | null
  readonly pollers: readonly Poller[]
  readonly now: number
}

/** What an open task needs from outside; null for one that the server itself is busy with. */
export function askOf(row: RunTask, { definition, pollers, now }: Scene): Ask | null {
  if (isTerminalTask(row.status)) return null
  if (row.performer === 'worker') return workerAsk(row, pollersOf(row, pollers, now), now)
  switch (row.taskType) {
    case 'HUMAN':
      return plain('Waits for a person. What you answer becomes its output.')
    case 'WAIT':
      return plain(
        row.waitTimeout > 0
          ? `Waits ${waitMoment(row.waitTimeout, now)}, then goes on by itself. You can end the wait now.`
          : 'Waits until it is told to go on: here, by an event handler, or through the API.',
      )
    case 'YIELD':
      return plain('Waits for a signal. Your answer is one.')
    case 'WAIT_FOR_WEBHOOK':
      return plain(
        'Waits for a webhook event that fits what it looks for (its input “matches”). You can answer instead.',
      )
    default:
      return isCompletedOutside(row, definition)
        ? plain('Has done its part; waits to be completed from outside.')
        : null
  }
}

/** Nothing happens before somebody answers: whoever opens the run wants to see this first. */
export function needsAnswer(row: RunTask): boolean {
  if (isTerminalTask(row.status)) return false
  const untilTold = row.taskType === 'WAIT' && row.waitTimeout === 0
  return untilTold || row.taskType === 'HUMAN' || row.taskType === 'YIELD' || row.taskType === 'WAIT_FOR_WEBHOOK'
}

function workerAsk(row: RunTask, asking: readonly Poller[], now: number): Ask {
  if (row.status === 'IN_PROGRESS') {
    return plain(`${row.workerId || 'A worker'} works on it. If it never answers, you can answer in its place.`)
  }
  if (row.deliverAt > now) return plain('Its next attempt has not begun yet. You can answer instead of a worker.')
  if (asking.length > 0) return plain('In the queue; a worker asks for such work. You can answer in its place.')
  return {
    text: `No worker has asked for ${row.taskDefName} in the last minute. Connect one, or do its work by hand.`,
    lacksWorkerFor: row.taskDefName,
  }
}

function isCompletedOutside(row: RunTask, definition: WorkflowTask | null): boolean {
  const isAsked = definition?.asyncComplete || definition?.inputParameters.asyncComplete === true
  return row.status === 'IN_PROGRESS' && row.leaseUntil === 0 && Boolean(isAsked)
}

function plain(text: string): Ask {
  return { text, lacksWorkerFor: null }
}
