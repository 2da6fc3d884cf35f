import { idsOf } from '@/server/engine/operators/performed-types'
import { AppError } from '@/server/model/errors'
import { terminateWorkflow } from '@/server/operations/terminate-workflow'
import { actorOf } from './caller'
import type { Performer } from './performer'

/** Ends other executions. One that cannot be ended does not keep the others from it, but fails the task. */
export const performTerminateWorkflow: Performer = async (app, call) => {
  const { workflowId = null, terminationReason, triggerFailureWorkflow } = call.input
  const ids = [...new Set(idsOf(workflowId))]
  const ending = {
    reason: typeof terminationReason === 'string' ? terminationReason : null,
    triggerFailureWorkflow: triggerFailureWorkflow === true,
  }
  const results = await Promise.allSettled(
    ids.map((id) => terminateWorkflow(app, actorOf(call), { workflowId: id, ...ending })),
  )
  const terminatedWorkflows = ids.filter((_, at) => results[at]?.status === 'fulfilled')
  const problems = results.flatMap((result, at) => (result.status === 'rejected' ? [told(ids[at], result.reason)] : []))
  const output = { terminatedWorkflows }
  if (problems.length === 0) return { status: 'completed', output }
  return { status: 'failed', output, reason: problems.join(' '), retryable: true }
}

function told(id: string | undefined, error: unknown): string {
  if (error instanceof AppError) return `${id}: ${error.message}`
  throw error
}
