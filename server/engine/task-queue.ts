import type { DefinitionSnapshot, Task } from '@/server/model/execution'
import { queueName } from '@/server/model/queue-name'
import { type TaskLimits, taskLimits } from '@/server/model/task-limits'
import { operatorOf } from './operators/registry'
import { findTaskDef } from './task-defs'

/** The queue in which a row waits for a worker; null for work of this server. */
export function queueOf(snapshot: DefinitionSnapshot, task: Task): string | null {
  if (task.performer !== 'worker') return null
  return queueName(task.taskType, task.domain, findTaskDef(snapshot, task.workflowTask, task.taskDefName))
}

/**
 * The limits that hold for a row: those of its definition, for worker tasks and for work that this server does outside
 * the engine. The engine only leaves such rows SCHEDULED; the database decides when one may begin.
 */
export function limitsOf(snapshot: DefinitionSnapshot, task: Task): TaskLimits | null {
  const limits = taskLimits(findTaskDef(snapshot, task.workflowTask, task.taskDefName))
  if (limits === null) return null
  return task.performer === 'worker' || operatorOf(task).limited === true ? limits : null
}
