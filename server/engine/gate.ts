import type { Gate, Workflow, WorkflowState } from '@/server/model/execution'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { resolveInputs } from './expressions/resolve-inputs'

/**
 * `rateLimitConfig` of a workflow: executions with the same key share `concurrentExecLimit` places. Who finds none
 * runs without a task until it is admitted, first come first served. Null: as many as there are.
 */
export function gateOf(
  definition: WorkflowDef,
  workflow: Workflow,
  env: Readonly<Record<string, string>>,
): Gate | null {
  const { rateLimitKey, concurrentExecLimit, policy } = definition.rateLimitConfig ?? {}
  if (typeof concurrentExecLimit !== 'number' || concurrentExecLimit <= 0) return null
  const { input, correlationId, workflowName, workflowVersion, workflowId } = workflow
  const seen = { input, correlationId, workflowType: workflowName, version: workflowVersion, workflowId }
  const lookup = (root: string) => (root === 'workflow' ? seen : undefined)
  const key = resolveInputs(rateLimitKey || workflowName, { lookup, env })
  return { key: String(key), limit: concurrentExecLimit, waiting: true, rejects: policy === 'REJECT' }
}

export function waitsAtGate({ gate }: Workflow): boolean {
  return gate?.waiting === true
}

export function withoutHeld({ state }: Workflow): WorkflowState | null {
  if (!state?.held) return state ?? null
  const { held: _, ...others } = state
  return others
}
