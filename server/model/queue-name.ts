import type { TaskDef } from './task-def'

/** Where workers that serve only a part of a type's tasks poll. */
export type QueuePlace = Pick<TaskDef, 'executionNameSpace' | 'isolationGroupId'>

/** The queue that a poll asks for: Conductor's `[domain:]taskType[@executionNameSpace][-isolationGroupId]`. */
export function queueName(taskType: string, domain: string | null, place: QueuePlace | null = null): string {
  const { executionNameSpace, isolationGroupId } = place ?? {}
  const parts = [domain ? `${domain}:` : '', taskType]
  if (executionNameSpace) parts.push(`@${executionNameSpace}`)
  if (isolationGroupId) parts.push(`-${isolationGroupId}`)
  return parts.join('')
}
