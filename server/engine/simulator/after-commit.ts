import type { Decision, Effect } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { bearAnother, type World } from './world'

export interface Committed {
  readonly id: WorkflowId
  readonly decision: Decision
  readonly handedOut: readonly Task[]
}

export interface Refused {
  readonly id: WorkflowId
  readonly event: EngineEvent
}

/**
 * What the store does once a transition is durable. Mail is part of it; everything else a crash may take. Answers with
 * what the sender is told at once: that there is no such workflow to start.
 */
export function afterCommit(world: World, { id, decision, handedOut }: Committed): Refused[] {
  for (const task of handedOut) world.held.push(task)
  const refused: Refused[] = []
  for (const effect of decision.effects) {
    if (effect.type === 'evaluate' || effect.type === 'perform' || effect.type === 'check-output')
      world.volatile.work.push({ id, effect })
    if (effect.type === 'tell') sendMail(world, id, effect)
    if (effect.type === 'recall') refused.push({ id, event: { type: 'recalled', taskId: effect.taskId, output: null } })
    if (effect.type === 'start-workflow' && !bearAnother(world, effect)) refused.push({ id, event: refusal(effect) })
  }
  return refused
}

function sendMail(world: World, from: WorkflowId, effect: Extract<Effect, { type: 'tell' }>): void {
  const { workflowId: to, event } = effect
  if (world.durable.executions.has(to)) world.durable.mail.push({ from, to, event })
}

function refusal({ name, version, parent }: Extract<Effect, { type: 'start-workflow' }>): EngineEvent {
  const message = `No such workflow defined. name=${name}, version=${version}`
  if (parent === null) return { type: 'failure-workflow-refused', message }
  return { type: 'child-refused', taskId: parent.taskId, message }
}
