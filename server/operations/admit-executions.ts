import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import { tenantOf } from '@/server/platform/tenant'
import { type Admitted, admitExecutions as admit } from '@/server/queue/admit-executions'
import type { SubmitOutcome } from '@/server/store/item'
import type { App } from './app'

/** When the timers try again, should this server die before the first decision. */
const PATIENCE_MS = 5_000

/** Lets executions that waited at their workflow's gate begin; returns how many. */
export async function admitExecutions(app: App): Promise<number> {
  const admitted = await admit(app.store.queue.link, PATIENCE_MS)
  await Promise.all(admitted.map((execution) => begin(app, execution)))
  return admitted.length
}

/**
 * What the start, or another run, of an execution is answered with: it goes on at once where its gate has a place.
 * The timers or another replica may have admitted it without having decided yet, so it is always woken here.
 */
export async function passGate(app: App, namespaceId: NamespaceId, outcome: SubmitOutcome): Promise<SubmitOutcome> {
  const { workflow, workflowId } = outcome
  if (workflow?.gate?.waiting !== true) return outcome
  await admitExecutions(app)
  if (await waits(app, namespaceId, workflowId)) return outcome
  return (await begin(app, { namespaceId, workflowId })) ?? outcome
}

async function begin(app: App, execution: Admitted): Promise<SubmitOutcome | null> {
  try {
    return await app.store.submit({ ...execution, event: { type: 'wake' } })
  } catch (err) {
    app.logger.warn({ err, ...execution }, 'An admitted execution waits for the timers')
    return null
  }
}

async function waits(app: App, namespaceId: NamespaceId, workflowId: WorkflowId): Promise<boolean> {
  const rows = await tenantOf(app.db, namespaceId).rows(
    'select from executions where namespace_id = $1 and id = $2 and gate_waiting',
    [workflowId],
  )
  return rows.length > 0
}
