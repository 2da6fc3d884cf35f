import type { GraphTask } from '@/components/graph/definition'
import { mapMarkers, type OuterMarker } from './markers'

const CHILD_LISTS: ReadonlySet<string> = new Set(['forkTasks', 'decisionCases', 'defaultCase', 'loopOver'])

/** Expressions of a task's own fields; an inline definition has a surrounding of its own. */
export function mapOwn(task: GraphTask, change: (marker: OuterMarker) => string | null): GraphTask {
  const patch: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(task)) {
    if (CHILD_LISTS.has(field)) continue
    const next = field === 'subWorkflowParam' ? mapParam(value, change) : mapMarkers(value, change)
    if (next !== value) patch[field] = next
  }
  return Object.keys(patch).length === 0 ? task : { ...task, ...patch }
}

function mapParam(param: GraphTask['subWorkflowParam'], change: (marker: OuterMarker) => string | null) {
  const inline = param?.workflowDefinition
  if (typeof inline !== 'object' || inline === null) return mapMarkers(param, change)
  const rest = { ...param, workflowDefinition: null }
  const next = mapMarkers(rest, change)
  return next === rest ? param : { ...next, workflowDefinition: inline }
}
