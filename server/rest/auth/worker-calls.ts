import type { Actor } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'

/** All that a key with the role worker may call, by Conductor's names. It sees the tasks it takes, and nothing else. */
export const WORKER_CALLS: ReadonlySet<string> = new Set([
  'poll',
  'batchPoll',
  'updateTask',
  'updateTaskV2',
  'log',
  'getTask',
  'getTaskLogs',
  'getUserInfo',
])

export function requireCall(actor: Actor, routeName: string): void {
  if (actor.role !== 'worker' || WORKER_CALLS.has(routeName)) return
  throw new AppError('FORBIDDEN', `A key with the role worker takes and answers tasks; it may not call ${routeName}.`)
}
