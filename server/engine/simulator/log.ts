import type { WorkflowId } from '@/server/model/ids'
import type { World } from './world'

export function nameOf(world: World, id: WorkflowId): string {
  return `${world.durable.executions.get(id)?.header.workflowName}:${id.slice(-3)}`
}

/** One line of the story. */
export function say(world: World, what: string): true {
  world.log.push(`${world.now % 100_000_000} ${what}`)
  return true
}
