import type { Decision } from '@/server/engine/decision'
import type { NamespaceId } from '@/server/model/ids'
import type { StartQuotas } from '@/server/model/limits'
import type { Batch } from './batch'
import type { Entry } from './cache'
import { growthOf } from './payload-growth'

export function countsBytes({ executionBytes, storedBytes }: StartQuotas): boolean {
  return executionBytes !== null || storedBytes !== null
}

/**
 * Counts what a decision adds to its execution and namespace, in the transaction that writes it; or says which share
 * it would pass. What frees bytes is always welcome.
 */
export function spendBytes(batch: Batch, entry: Entry, decision: Decision): string | null {
  if (!countsBytes(batch.parts.quotas)) return null
  const growth = growthOf(entry.execution, decision)
  const problem = growth > 0 ? shareProblem(batch, entry, growth) : null
  if (problem === null) noteBytes(batch, entry, growth)
  return problem
}

/** Whatever the shares say: the end of an execution is always written. */
export function noteBytes({ ledger, parts }: Batch, entry: Entry, growth: number): void {
  if (!countsBytes(parts.quotas)) return
  entry.storedBytes += growth
  ledger.bytes.set(entry.namespaceId, (ledger.bytes.get(entry.namespaceId) ?? 0) + growth)
}

function shareProblem(batch: Batch, entry: Entry, growth: number): string | null {
  const { executionBytes, storedBytes } = batch.parts.quotas
  if (executionBytes !== null && entry.storedBytes + growth > executionBytes)
    return `The data of one execution may have ${executionBytes} bytes (limit executionBytes).`
  const { namespaceId } = entry
  if (storedBytes !== null && storedOf(batch, namespaceId) + growth > storedBytes)
    return `The executions of this namespace may have ${storedBytes} bytes of data together (limit storedBytes).`
  return null
}

/** Before this batch, and with what it added. */
function storedOf({ findings, ledger }: Batch, namespaceId: NamespaceId): number {
  return (findings.storedBytes.get(namespaceId) ?? 0) + (ledger.bytes.get(namespaceId) ?? 0)
}
