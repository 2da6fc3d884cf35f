import type { SchemaRef } from '@/server/model/schema-def'
import type { Batch } from './batch'
import type { Entry } from './cache'
import { writesOf } from './ledger'

/** A server that dies on the way leaves the newborn to another one, which asks again. */
const ASK_AGAIN_MS = 5_000

/**
 * A child whose definition enforces a schema of its input begins once the sandbox has seen the input, off the decider:
 * the answer is its start (`checked`) or `input-refused`. True: it has to wait. Who starts a workflow from outside is
 * refused before there is an execution, and a failure workflow runs whatever it is given.
 */
export function askForCheck(batch: Batch, entry: Entry): boolean {
  const { workflow, snapshot } = entry.execution
  const { enforceSchema, inputSchema, name } = snapshot.definition
  if (!enforceSchema || !inputSchema || workflow.parentWorkflowId === null) return false
  const { workflowId, input } = workflow
  batch.aftermath.work.push({
    namespaceId: entry.namespaceId,
    workflowId,
    effect: { type: 'check-input', name, schema: inputSchema as SchemaRef, input },
  })
  entry.execution.wakeAt = batch.ledger.now + ASK_AGAIN_MS
  writesOf(batch.ledger, entry)
  return true
}
