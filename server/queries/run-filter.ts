import { isUuid } from '@/server/model/ids'
import type { WorkflowStatus } from '@/server/model/status'
import { Bindings, escapeLike } from './search/search-sql'
import { searchable } from './search/searchable'

/** What the list of executions can be narrowed by; absent means any. */
export interface RunFilter {
  readonly names?: readonly string[] | undefined
  readonly statuses?: readonly WorkflowStatus[] | undefined
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly workflowId?: string | undefined
  readonly correlationId?: string | undefined
  /** Found in the name, the id, the correlation id, the reason, the input or the output. */
  readonly text?: string | undefined
}

export interface RunCondition {
  readonly sql: string
  readonly bindings: Bindings
}

export function runCondition(filter: RunFilter): RunCondition {
  const bindings = new Bindings()
  const parts = ['e.namespace_id = $1']
  if (filter.names?.length) parts.push(`e.name = any(${bindings.bind(filter.names)}::text[])`)
  if (filter.statuses?.length) parts.push(`e.status = any(${bindings.bind(filter.statuses)}::text[])`)
  if (filter.from !== undefined) parts.push(`e.create_time >= ${bindings.bind(filter.from)}::bigint`)
  if (filter.to !== undefined) parts.push(`e.create_time < ${bindings.bind(filter.to)}::bigint`)
  if (filter.workflowId)
    parts.push(isUuid(filter.workflowId) ? `e.id = ${bindings.bind(filter.workflowId)}::uuid` : 'false')
  if (filter.correlationId) parts.push(`e.correlation_id = ${bindings.bind(filter.correlationId)}`)
  if (filter.text?.trim()) parts.push(textCondition(filter.text.trim(), bindings))
  return { sql: parts.join(' and '), bindings }
}

function textCondition(text: string, bindings: Bindings): string {
  const anywhere = bindings.bind(`%${escapeLike(text)}%`)
  return `(
    e.name ilike ${anywhere} or e.id::text ilike ${anywhere} or e.correlation_id ilike ${anywhere} or e.reason ilike ${anywhere}
    or ${searchable('execution_inputs', 'e.id')} ilike ${anywhere}
    or ${searchable('execution_outputs', 'e.id')} ilike ${anywhere})`
}
