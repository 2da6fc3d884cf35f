import type { Poller, RunTask } from '@/server/model/run-view'

/** A worker that has not asked for this long is taken to be gone. */
export const POLLER_PATIENCE_MS = 60_000

export function pollersOf(
  task: Pick<RunTask, 'taskDefName' | 'taskType' | 'domain'>,
  pollers: readonly Poller[],
  now: number,
): readonly Poller[] {
  return pollers.filter(
    (poller) =>
      (poller.taskType === task.taskDefName || poller.taskType === task.taskType) &&
      (poller.domain ?? '') === (task.domain ?? '') &&
      now - poller.lastPollTime < POLLER_PATIENCE_MS,
  )
}
