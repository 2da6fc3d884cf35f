import type { Workflow } from '@/server/model/execution'
import type { EngineEvent } from './event'
import { waitsAtGate } from './gate'
import { isUnchecked } from './input-check'

/**
 * What an execution is told instead of `start` and `wake`. A newborn's first decision is its start, whoever wakes it; it
 * starts once, in its place, with an input that has been looked at (`unchecked`: somebody has to).
 */
export function asStart(workflow: Workflow, event: EngineEvent): EngineEvent | 'nothing' | 'unchecked' {
  if (event.type !== 'start' && event.type !== 'wake') return event
  const starts = event.type === 'start'
  if (waitsAtGate(workflow)) return starts ? 'nothing' : event
  const isNewborn = workflow.revision === 0
  if (isUnchecked(workflow) && workflow.status === 'RUNNING' && !(starts && event.checked)) return 'unchecked'
  if (starts) return isNewborn || isUnchecked(workflow) ? event : 'nothing'
  return isNewborn ? { type: 'start' } : event
}
