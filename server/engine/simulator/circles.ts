import type { EngineEvent } from '@/server/engine/event'
import type { WorkflowId } from '@/server/model/ids'
import type { World } from './world'

/** As the store answers it, new followers one after the other: whether the followed one waits for the follower. */
export function heldAgainstOthers(world: World, followed: WorkflowId, event: EngineEvent): EngineEvent {
  if (event.type !== 'follow') return event
  return whoWaitFor(world, event.follower.workflowId).has(followed) ? { ...event, inCircle: true } : event
}

function whoWaitFor({ durable }: World, awaited: WorkflowId): ReadonlySet<WorkflowId> {
  const found = new Set([awaited])
  for (const id of found) {
    const header = durable.executions.get(id)?.header
    if (header?.parentWorkflowId) found.add(header.parentWorkflowId)
    for (const { workflowId, taskId } of header?.state?.followers ?? []) {
      const row = durable.executions.get(workflowId)?.rows.get(taskId)
      if (row?.status === 'IN_PROGRESS') found.add(workflowId)
    }
  }
  return found
}
