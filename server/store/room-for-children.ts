import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import type { Batch, Birth } from './batch'
import { isLimited, quotaProblem, spendQuota } from './quota'
import { countDescendants } from './sql/count-descendants'
import { readUsage, type Usage } from './sql/read-usage'
import { monthOf } from './sql/spend-runs'

/**
 * Room for workflows that other workflows start: within the namespace's quotas, and in both profiles within what one
 * start may lead to. A batch holds row locks by now and cannot wait for the namespace's lock, so replicas at work at the
 * same moment may together pass a limit by what they have in hand, and no further.
 */
export interface ChildRoom {
  /** Takes a place for it, or says why there is none. */
  take(birth: Birth): string | null
}

export async function roomForChildren(batch: Batch, births: readonly Birth[]): Promise<ChildRoom> {
  const { client, ledger, parts } = batch
  const { descendants } = parts.limits
  const [families, usage] = await Promise.all([
    countDescendants(client, [...new Set(births.map(rootOf))], descendants),
    isLimited(parts.quotas) ? readUsage(client, namespacesOf(births), monthOf(Date.now())) : [],
  ])
  const used = new Map<NamespaceId, Usage>(usage.map((each) => [each.namespaceId, each]))

  return {
    take(birth) {
      const { namespaceId } = birth.parent
      const root = rootOf(birth)
      const family = families.get(root) ?? 0
      if (family >= descendants)
        return `The execution ${root} has led to ${descendants} others, which is the limit (limit descendants).`
      const uses = used.get(namespaceId)
      const problem = uses ? quotaProblem(parts.quotas, uses, ledger.runs.get(namespaceId) ?? 0) : null
      if (problem !== null) return problem
      families.set(root, family + 1)
      if (uses) spendQuota(ledger, namespaceId)
      return null
    },
  }
}

function rootOf({ parent }: Birth): WorkflowId {
  const { rootWorkflowId, workflowId } = parent.execution.workflow
  return rootWorkflowId ?? workflowId
}

function namespacesOf(births: readonly Birth[]): NamespaceId[] {
  return [...new Set(births.map(({ parent }) => parent.namespaceId))]
}
