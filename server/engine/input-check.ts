import type { Workflow, WorkflowState } from '@/server/model/execution'
import type { WorkflowDef } from '@/server/model/workflow-def'

/** A server that dies on the way leaves the child to another one, which asks again. */
export const CHECK_AGAIN_MS = 5_000

/**
 * A child whose definition enforces a schema of its input begins once the sandbox has seen the input, off the decider:
 * the answer is its start (`checked`) or `input-refused`. Whatever else it hears before that, nothing in it begins. Who
 * starts a workflow from outside is refused before there is an execution; a failure workflow runs whatever it is given.
 */
export function stateAtBirth({ enforceSchema, inputSchema }: WorkflowDef, isChild: boolean): WorkflowState | null {
  return isChild && enforceSchema && inputSchema ? { unchecked: true } : null
}

export function isUnchecked({ state }: Workflow): boolean {
  return state?.unchecked === true
}

export function withoutCheck({ state }: Workflow): WorkflowState {
  const { unchecked: _, ...others } = state ?? {}
  return others
}

export function checkDue(workflow: Workflow, now: number): number | null {
  return isUnchecked(workflow) ? now + CHECK_AGAIN_MS : null
}
