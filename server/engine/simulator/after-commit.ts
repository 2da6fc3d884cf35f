import type { Decision, Effect } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { startAnother } from './births'
import type { World } from './world'

export interface Committed {
  readonly id: WorkflowId
  readonly decision: Decision
  readonly handedOut: readonly Task[]
}

export interface Answer {
  readonly id: WorkflowId
  readonly event: EngineEvent
}

/**
 * What the store does once a transition is durable. Mail is part of it; everything else a crash may take. Answers with
 * what the sender is told in the same transaction.
 */
export function afterCommit(world: World, { id, decision, handedOut }: Committed): Answer[] {
  for (const task of handedOut) world.held.push(task)
  return decision.effects.flatMap((effect) => perform(world, id, effect)).map((event) => ({ id, event }))
}

function perform(world: World, id: WorkflowId, effect: Effect): EngineEvent[] {
  const { durable, volatile } = world
  switch (effect.type) {
    case 'evaluate':
    case 'perform':
    case 'check-output':
      volatile.work.push({ id, effect })
      return []
    case 'tell':
      durable.mail.push({ from: id, to: effect.workflowId, event: effect.event })
      return []
    case 'start-workflow':
      return startAnother(world, id, effect)
    case 'remember':
      durable.results.set(`${effect.taskName} ${effect.key}`, effect.output)
      return []
    case 'recall':
      return [
        {
          type: 'recalled',
          taskId: effect.taskId,
          output: durable.results.get(`${effect.taskName} ${effect.key}`) ?? null,
        },
      ]
    case 'emit':
    case 'log':
      return []
  }
}
