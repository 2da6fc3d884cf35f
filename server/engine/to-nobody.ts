import type { Follower } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import type { EngineEvent } from './event'

/**
 * An event found nobody: somebody has removed the execution. The row that would wait for it hears that, or it would
 * wait for ever. Null: nobody waits for an answer.
 */
export function answerFromNobody(
  removed: WorkflowId,
  event: EngineEvent,
): { readonly to: WorkflowId; readonly event: EngineEvent } | null {
  const asker = askerOf(event)
  if (asker === null) return null
  const { workflowId: to, taskId } = asker
  return { to, event: { type: 'child-refused', taskId, message: `The execution ${removed} has been removed.` } }
}

function askerOf(event: EngineEvent): Follower | null {
  if (event.type === 'follow') return event.follower
  return event.type === 'retry' ? (event.askedBy ?? null) : null
}
