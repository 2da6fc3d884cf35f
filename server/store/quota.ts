import { AppError } from '@/server/model/errors'
import type { NamespaceId } from '@/server/model/ids'
import type { StartQuotas } from '@/server/model/limits'
import type { Batch } from './batch'
import type { Item } from './item'
import type { Ledger } from './ledger'
import type { Usage } from './sql/read-usage'

export function isLimited({ openWorkflows, runsPerMonth, storedBytes }: StartQuotas): boolean {
  return openWorkflows !== null || runsPerMonth !== null || storedBytes !== null
}

export function isReopening(item: Item): boolean {
  return item.kind === 'event' && ['restart', 'retry', 'rerun'].includes(item.event.type)
}

/** What stands in the way of one more, given the use before this batch and what this batch added. */
export function quotaProblem({ openWorkflows, runsPerMonth }: StartQuotas, usage: Usage, added: number): string | null {
  if (openWorkflows !== null && usage.openWorkflows + added >= openWorkflows)
    return `This namespace may have ${openWorkflows} open workflows at a time (limit openWorkflows).`
  if (runsPerMonth !== null && usage.runsPerMonth + added >= runsPerMonth)
    return `This namespace may start ${runsPerMonth} workflows per month (limit runsPerMonth).`
  return null
}

/** Under the namespace's lock, so that racing requests never spend the same place twice. */
export function requireQuota({ findings, ledger, parts }: Batch, namespaceId: NamespaceId): void {
  const usage = findings.usage.get(namespaceId)
  const added = ledger.runs.get(namespaceId) ?? 0
  const problem =
    (usage && quotaProblem(parts.quotas, usage, added)) ?? fullProblem(parts.quotas, findings, namespaceId)
  if (problem) throw new AppError('QUOTA_EXCEEDED', problem)
}

export function spendQuota({ runs }: Ledger, namespaceId: NamespaceId): void {
  runs.set(namespaceId, (runs.get(namespaceId) ?? 0) + 1)
}

/** What runs may still end; nothing begins. */
function fullProblem(
  { storedBytes }: StartQuotas,
  findings: Batch['findings'],
  namespaceId: NamespaceId,
): string | null {
  if (storedBytes === null || (findings.storedBytes.get(namespaceId) ?? 0) < storedBytes) return null
  return `The executions of this namespace take ${storedBytes} bytes of data together, which is its share (limit storedBytes).`
}
