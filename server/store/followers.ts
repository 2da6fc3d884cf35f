import type { FollowEvent } from '@/server/engine/event'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import type { Batch, Follow } from './batch'
import type { EventItem, Item } from './item'
import type { Waiting } from './sql/read-waiting'

interface FollowItem extends EventItem {
  readonly event: FollowEvent
}

export function followsIn(items: readonly Item[]): FollowItem[] {
  return items.filter((item): item is FollowItem => item.kind === 'event' && item.event.type === 'follow')
}

/** New followers of one namespace come one after the other, so that of two that close a circle one sees the other. */
export const lockOfFollowers = ({ namespaceId }: { namespaceId: NamespaceId }): string => `followers ${namespaceId}`

/** Under that lock: whether the execution waits already for whoever wants to follow it. */
export function heldAgainstOthers(batch: Batch, followed: WorkflowId, event: FollowEvent): FollowEvent {
  const follower = event.follower.workflowId
  const { findings, follows } = batch
  const inCircle = whoWaitFor(follower, { waiting: findings.waiting, follows }).has(followed)
  if (!inCircle) follows.push({ follower, followed })
  return inCircle ? { ...event, inCircle } : event
}

/** By the database, and by what this batch has decided. */
function whoWaitFor(
  awaited: WorkflowId,
  { waiting, follows }: { readonly waiting: Waiting; readonly follows: readonly Follow[] },
): ReadonlySet<WorkflowId> {
  const found = new Set<WorkflowId>()
  const add = (id: WorkflowId): void => {
    for (const each of waiting.get(id) ?? []) found.add(each)
  }
  add(awaited)
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const { follower, followed } of follows) if (found.has(followed)) add(follower)
  }
  return found
}
