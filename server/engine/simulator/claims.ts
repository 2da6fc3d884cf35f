import type { ClaimColumns } from '@/server/engine/execution'
import type { Task } from '@/server/model/execution'
import type { World } from './world'

/** What a claim may have changed since a copy was made. */
export function claimOf(task: Task): ClaimColumns {
  const { taskId, status, workerId, startTime, pollCount, leaseUntil, updateTime, callbackAfterSeconds } = task
  return { taskId, status, workerId, startTime, pollCount, leaseUntil, updateTime, callbackAfterSeconds }
}

/** What a claim writes. */
export function polled(world: World, task: Task): Task {
  const seconds = task.responseTimeoutSeconds
  return {
    ...task,
    status: 'IN_PROGRESS',
    workerId: 'w',
    pollCount: task.pollCount + 1,
    startTime: task.startTime || world.now,
    updateTime: world.now,
    callbackAfterSeconds: 0,
    leaseUntil: seconds > 0 ? world.now + seconds * 1000 : 0,
  }
}
