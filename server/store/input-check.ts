import { CHECK_AGAIN_MS } from '@/server/engine/input-check'
import type { SchemaRef } from '@/server/model/schema-def'
import type { Batch } from './batch'
import type { Entry } from './cache'
import { writesOf } from './ledger'

/** Of a child that may not begin before: see `server/engine/input-check`. */
export function askForCheck(batch: Batch, entry: Entry): void {
  const { workflow, snapshot } = entry.execution
  const { inputSchema, name } = snapshot.definition
  const { workflowId, input } = workflow
  batch.aftermath.work.push({
    namespaceId: entry.namespaceId,
    workflowId,
    effect: { type: 'check-input', name, schema: inputSchema as SchemaRef, input },
  })
  entry.execution.wakeAt = batch.ledger.now + CHECK_AGAIN_MS
  writesOf(batch.ledger, entry)
}
